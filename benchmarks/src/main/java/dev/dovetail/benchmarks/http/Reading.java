package dev.dovetail.benchmarks.http;

import java.util.List;

/**
 * What a request took in one run, on average.
 *
 * @param server the label of the program
 * @param appMicros CPU time of the program, without its compilers
 * @param databaseMicros CPU time of PostgreSQL
 * @param compilerMicros CPU time of the program's compilers
 * @param bytes allocated by the program
 * @param perSecond how many requests were answered in a second
 */
record Reading(
        String operation,
        String server,
        double appMicros,
        double databaseMicros,
        double compilerMicros,
        double bytes,
        double perSecond) {

    double bothMicros() {
        return appMicros + databaseMicros;
    }

    /** Returns those of one operation on one program. */
    static List<Reading> of(List<Reading> readings, Operation operation, Server server) {
        return readings.stream()
                .filter(each -> each.operation().equals(operation.name()))
                .filter(each -> each.server().equals(server.label()))
                .toList();
    }
}
