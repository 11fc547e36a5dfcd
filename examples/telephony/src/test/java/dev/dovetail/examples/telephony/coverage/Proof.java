package dev.dovetail.examples.telephony.coverage;

import java.util.Optional;

/** Tells whether what a test saw is what an entry says. */
interface Proof {
    boolean in(Evidence seen);

    /** Returns the proof that an entry needs, or nothing if it is told in words that only a reader understands. */
    static Optional<Proof> of(Entry entry) {
        return switch (entry.section()) {
            case "fields", "fields_of_items", "nested", "variants" -> FieldProof.of(entry);
            case "paths" -> Optional.of(new PathProof(entry));
            case "id" -> Optional.of(seen -> Answers.have(entry, seen));
            case "not_found" -> Optional.of(new NotFoundProof(entry));
            case "lookup" -> Optional.of(ErrorProof.ofLookup(entry));
            case "embedded" -> EmbeddedProof.of(entry);
            case "list" -> ListProof.of(entry).or(() -> ErrorProof.of(entry));
            case "embedded_in" -> Optional.of(EmbeddedInProof.of(entry));
            case "known_keys" -> entry.said().isArray() ? Optional.of(ErrorProof.ofChoice(entry)) : Optional.empty();
            case "reload" -> ReloadProof.of(entry);
            default ->
                entry.said().has("scope") && entry.said().has("data")
                        ? Optional.of(new EventProof(entry))
                        : ErrorProof.of(entry);
        };
    }
}
