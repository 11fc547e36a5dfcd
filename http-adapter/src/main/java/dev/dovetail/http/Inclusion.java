package dev.dovetail.http;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.json.Representation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** Reads which parts a caller wants to see: {@code include=lines,extension}, none by an empty one, all without. */
final class Inclusion {
    private static final String INCLUDE = "include";

    private Inclusion() {}

    /** Returns a representation without the parts that the caller of a request does not want. */
    static <T extends Record> Representation<T> of(Exchange exchange, Representation<T> all) {
        String text = exchange.protocol() == Protocol.FULL
                ? exchange.request().parameter(INCLUDE).orElse(null)
                : null;
        if (text == null) {
            return all;
        }
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(text.split(",", -1)));
        wanted.remove("");
        Set<String> offered = all.embeddable();
        for (String name : wanted) {
            if (!offered.contains(name)) {
                throw Errors.invalid(
                                all.resource().name(),
                                Path.of(INCLUDE),
                                "query-include",
                                Details.of("value", name),
                                "unknown (expected: some of " + String.join(", ", new TreeSet<>(offered)) + ")")
                        .toException();
            }
        }
        return all.embedding(wanted);
    }
}
