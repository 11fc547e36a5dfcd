package dev.dovetail.benchmarks.http;

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
}
