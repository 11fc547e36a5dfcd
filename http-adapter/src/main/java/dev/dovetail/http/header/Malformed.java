package dev.dovetail.http.header;

import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;

/** Reports header fields that are not as their standard has them. */
final class Malformed {
    private Malformed() {}

    static DovetailException header(String name, String expected) {
        return Errors.invalid(
                        "request",
                        Path.whole(),
                        "header",
                        Details.of("header", name),
                        name + " is malformed (expected: " + expected + ")")
                .toException();
    }
}
