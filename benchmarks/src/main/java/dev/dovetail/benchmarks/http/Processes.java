package dev.dovetail.benchmarks.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads from {@code /proc} what processes have used. Whatever has ended meanwhile counts for nothing. */
final class Processes {
    private static final Path PROC = Path.of("/proc");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");
    private static final Pattern COMPILER = Pattern.compile("C[12] .*");
    /** Linux tells times in hundredths of a second on every architecture that has a JDK. */
    private static final int TICK_MICROS = 10_000;

    private Processes() {}

    /** Returns the CPU time of all threads of a process, user and system, in microseconds. */
    static long cpuMicros(long pid) {
        return Stat.of(PROC.resolve(Long.toString(pid))).micros();
    }

    /** Returns the CPU time of the threads of a JVM that compile, in microseconds. */
    static long compilerMicros(long pid) {
        return numbered(PROC.resolve(pid + "/task"))
                .map(Stat::of)
                .filter(stat -> COMPILER.matcher(stat.name()).matches())
                .mapToLong(Stat::micros)
                .sum();
    }

    /** Returns the CPU time of a process, of its children and of those that it has had, in microseconds. */
    static long familyMicros(long pid) {
        Stat parent = Stat.of(PROC.resolve(Long.toString(pid)));
        long children = numbered(PROC)
                .map(Stat::of)
                .filter(stat -> stat.parent() == pid)
                .mapToLong(Stat::micros)
                .sum();
        return parent.micros() + parent.endedChildrenMicros() + children;
    }

    static long parent(long pid) {
        return Stat.of(PROC.resolve(Long.toString(pid))).parent();
    }

    static String name(long pid) {
        return Stat.of(PROC.resolve(Long.toString(pid))).name();
    }

    /** Returns the resident memory of a process, in MiB. */
    static long residentMiB(long pid) {
        Matcher matcher = RESIDENT.matcher(read(PROC.resolve(pid + "/status")));
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : 0;
    }

    private static Stream<Path> numbered(Path directory) {
        Predicate<Path> isNumber =
                path -> NUMBER.matcher(path.getFileName().toString()).matches();
        try (Stream<Path> paths = Files.list(directory)) {
            List<Path> found = paths.filter(isNumber).toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** The fields of {@code stat} that matter, see proc(5). */
    private record Stat(String name, long parent, long micros, long endedChildrenMicros) {
        static Stat of(Path directory) {
            String text = read(directory.resolve("stat"));
            int end = text.lastIndexOf(')');
            if (end < 0) {
                return new Stat("", 0, 0, 0);
            }
            String[] fields = text.substring(end + 2).split(" ", -1); // from the third, the state
            return new Stat(
                    text.substring(text.indexOf('(') + 1, end),
                    Long.parseLong(fields[1]),
                    (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MICROS,
                    (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * TICK_MICROS);
        }
    }
}
