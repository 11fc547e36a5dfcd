package dev.dovetail.http;

import com.google.common.base.Splitter;
import dev.dovetail.error.Violations;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.UnknownNames;
import dev.dovetail.http.style.Feature;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reads which fields a caller wants to see: {@code include=lines,extension} chooses among what is embedded, {@code
 * fields=id,name} among all fields; an empty value chooses none.
 */
final class Inclusion {
    static final String INCLUDE = "include";
    static final String FIELDS = "fields";

    private static final Splitter COMMA = Splitter.on(',').omitEmptyStrings();

    private Inclusion() {}

    /** Returns a representation without the fields that the caller of a request does not want. */
    static <T extends Record> Representation<T> of(Exchange exchange, Representation<T> all) {
        if (!exchange.offers(Feature.SELECTION)) {
            return all;
        }
        Representation<T> some = exchange.request()
                .parameter(INCLUDE)
                .map(text -> all.embedding(names(INCLUDE, text, all, all.embeddable())))
                .orElse(all);
        return exchange.request()
                .parameter(FIELDS)
                .map(text -> some.showing(names(FIELDS, text, all, all.shown())))
                .orElse(some);
    }

    private static Set<String> names(
            String parameter, String text, Representation<?> representation, Set<String> offered) {
        Set<String> wanted = new LinkedHashSet<>(COMMA.splitToList(text));
        Violations violations = new Violations();
        wanted.stream()
                .filter(name -> !offered.contains(name))
                .forEach(name -> violations.add(
                        UnknownNames.choice(representation.resource().name(), parameter, name, offered)));
        violations.throwIfAny();
        return wanted;
    }
}
