package dev.dovetail.http;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;

/** Reads parameters that are true or false. */
final class FlagParameters {
    private FlagParameters() {}

    /** Returns whether a parameter says yes; it does not if it is absent. */
    static boolean given(Exchange exchange, String parameter, String resource) {
        String text = exchange.request().parameter(parameter).orElse(null);
        try {
            return text != null && exchange.style().queries().flag(parameter, text);
        } catch (IllegalArgumentException e) {
            throw Errors.invalid(
                            resource,
                            Path.of(parameter),
                            "query-type",
                            Details.of("expected", "boolean"),
                            "not a boolean")
                    .toException();
        }
    }
}
