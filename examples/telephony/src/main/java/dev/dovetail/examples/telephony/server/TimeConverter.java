package dev.dovetail.examples.telephony.server;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times: {@code 500ms}, {@code 10s}, {@code 1m}, {@code 0}. */
final class TimeConverter implements ITypeConverter<Duration> {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|)");

    TimeConverter() {}

    @Override
    public Duration convert(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches() || (time.group(2).isEmpty() && !text.equals("0"))) {
            throw new TypeConversionException("'" + text + "' is not a time (expected: 500ms, 10s, 1m or 0)");
        }
        long count = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofSeconds(count);
        };
    }
}
