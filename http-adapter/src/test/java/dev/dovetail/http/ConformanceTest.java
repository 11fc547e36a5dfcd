package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;

/** Holds the README to its word: what it names as a test is one. */
class ConformanceTest {
    private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*Test)#(\\w+)`");

    static Stream<String> lines() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        return lines.stream().filter(line -> line.startsWith("| ") && !line.startsWith("| what |"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyLineNamesTestsThatThereAre(String line) throws ClassNotFoundException {
        Matcher named = NAMED.matcher(line);
        int tests = 0;
        for (; named.find(); tests++) {
            Class<?> type = Class.forName("dev.dovetail.http." + named.group(1));
            String method = named.group(2);
            boolean isTest = Arrays.stream(type.getDeclaredMethods())
                    .filter(each -> each.getName().equals(method))
                    .anyMatch(each -> AnnotationSupport.isAnnotated(each, Test.class)
                            || AnnotationSupport.isAnnotated(each, ParameterizedTest.class));
            assertThat(isTest).as(named.group()).isTrue();
        }
        assertThat(tests).as(line).isPositive();
    }

    @Test
    void thereIsATable() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(30);
    }
}
