package dev.dovetail.benchmarks.http;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked for on the command line.
 *
 * @param seconds of each run
 * @param warm seconds of each run that is not counted, before the others
 * @param rows how many mailboxes there are
 * @param operations names; empty for all
 * @param programs the jars by what they are called
 */
record Options(int rounds, int seconds, int warm, int rows, List<String> operations, Map<String, Path> programs) {
    private static final String USAGE = "[--rounds N] [--seconds S] [--warm S] [--rows N] [--ops a,b] [LABEL=JAR ...]";

    static Options of(String[] arguments, int rows) throws URISyntaxException {
        Map<String, String> numbers = new LinkedHashMap<>(Map.of(
                "--rounds", "5", "--seconds", "5", "--warm", "10", "--rows", Integer.toString(rows), "--ops", ""));
        Map<String, Path> programs = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(List.of(arguments));
        while (!left.isEmpty()) {
            String argument = left.remove(0);
            if (numbers.containsKey(argument) && !left.isEmpty()) {
                numbers.put(argument, left.remove(0));
            } else {
                programs.put(label(argument), jar(argument));
            }
        }
        if (programs.isEmpty()) {
            programs.put("dovetail", ownJar());
        }
        String operations = numbers.getOrDefault("--ops", "");
        return new Options(
                number(numbers, "--rounds"),
                number(numbers, "--seconds"),
                number(numbers, "--warm"),
                number(numbers, "--rows"),
                operations.isEmpty() ? List.of() : List.of(operations.split(",", -1)),
                programs);
    }

    private static int number(Map<String, String> numbers, String name) {
        String value = numbers.getOrDefault(name, "");
        if (!value.matches(name.equals("--warm") ? "[0-9]{1,9}" : "[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(name + " " + value + " (expected: a positive number)");
        }
        return Integer.parseInt(value);
    }

    private static String label(String argument) {
        if (argument.indexOf('=') < 1) {
            throw new IllegalArgumentException(argument + " (expected: " + USAGE + ")");
        }
        return argument.substring(0, argument.indexOf('='));
    }

    private static Path jar(String argument) {
        Path jar = Path.of(argument.substring(argument.indexOf('=') + 1));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(argument + ": there is no such file");
        }
        return jar;
    }

    /** Returns the jar that this class is in, which is runnable. */
    private static Path ownJar() throws URISyntaxException {
        return Path.of(Options.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** Chooses among operations. */
    List<Operation> choose(List<Operation> known) {
        List<String> names = known.stream().map(Operation::name).toList();
        if (!names.containsAll(operations)) {
            throw new IllegalArgumentException(
                    "--ops " + String.join(",", operations) + " (expected some of " + names + ")");
        }
        return known.stream()
                .filter(each -> operations.isEmpty() || operations.contains(each.name()))
                .toList();
    }
}
