package dev.dovetail.examples.telephony.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Needs the texts of errors that an entry holds to be answered, as the test expected. */
final class ErrorProof {
    /** By the first word of the name of a list of rules. */
    private static final Map<String, String> METHODS = Map.of("create", "POST", "edit", "PUT", "delete", "DELETE");

    private static final Pattern TEXT = Pattern.compile(
            "(Input Error|Resource Error|Resource Not Found) - .*?(?=$|;|`|(Input|Resource) (Error|Not))");

    private ErrorProof() {}

    /** Returns the proof of an entry that has an error or tells of one, or nothing. */
    static Optional<Proof> of(Entry entry) {
        JsonNode error = entry.said().path("error");
        if (error.isString()) {
            return ofRule(entry, error.stringValue());
        }
        List<String> texts = texts(entry.text());
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(seen -> texts.stream().allMatch(text -> isIn(seen, text)));
    }

    private static Optional<Proof> ofRule(Entry entry, String error) {
        if (error.equals("as create")) {
            return ofRule(entry, sameIn(entry.file().root().at("/rules/create_in_order"), entry));
        } else if (error.startsWith("400, text") || error.startsWith("<")) {
            return Optional.empty();
        }
        String method = METHODS.getOrDefault(entry.part(2).replaceFirst("_.*", ""), "");
        String[] texts = error.replaceFirst("^wrong pair length: ", "").split(" \\| ");
        boolean part = error.contains("{0: [");
        return Optional.of(seen -> {
            Set<String> refusals = seen.refusals(method);
            return (part || refusals.stream().anyMatch(Template.of(texts[0])::fits))
                    && Arrays.stream(texts)
                            .map(Template::of)
                            .allMatch(text -> refusals.stream().anyMatch(text::isIn));
        });
    }

    /** Returns the error of the rule whose condition has most words of this one's. */
    private static String sameIn(JsonNode rules, Entry entry) {
        return rules.valueStream()
                .max(Comparator.comparing(rule -> {
                    Set<String> shared = words(rule);
                    shared.retainAll(words(entry.said()));
                    return shared.size();
                }))
                .orElseThrow()
                .get("error")
                .stringValue();
    }

    private static Set<String> words(JsonNode rule) {
        return new HashSet<>(List.of(rule.path("when").asString("").split("\\W+")));
    }

    /** Returns the proof of an entry that lists the values that a text of an error tells. */
    static Proof ofChoice(Entry entry) {
        String choices = entry.said().valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        return seen -> seen.refusals.stream().anyMatch(text -> text.contains("must be one of (" + choices + ")"));
    }

    /** Returns the proof of an entry that tells what an unknown side is answered with. */
    static Proof ofLookup(Entry entry) {
        List<String> sides = new ArrayList<>();
        Matcher side = Pattern.compile("404 ([A-Z]\\w+)").matcher(entry.text());
        while (side.find()) {
            sides.add("Resource Not Found - " + side.group(1) + " was not found (...)");
        }
        List<String> texts =
                Stream.concat(sides.stream(), texts(entry.text()).stream()).toList();
        return seen -> !texts.isEmpty() && texts.stream().allMatch(text -> isIn(seen, text));
    }

    private static List<String> texts(String said) {
        List<String> texts = new ArrayList<>();
        Matcher text = TEXT.matcher(said);
        while (text.find()) {
            texts.add(text.group().strip());
        }
        return texts;
    }

    /** Returns whether a text was answered, with or without the words that follow it in the file. */
    private static boolean isIn(Evidence seen, String text) {
        String start = text.replaceAll("<.*|\\.\\.\\..*", "");
        return seen.refusals.stream()
                .filter(refusal -> refusal.startsWith(start.substring(0, Math.min(20, start.length()))))
                .anyMatch(refusal -> IntStream.iterate(text.length(), end -> end > 24, end -> end - 1)
                        .filter(end -> end == text.length() || " ,.:)".indexOf(text.charAt(end)) >= 0)
                        .anyMatch(end -> Template.of(text.substring(0, end)).fits(refusal)));
    }
}
