package dev.dovetail.examples.telephony.coverage;

import tools.jackson.databind.JsonNode;

/**
 * Needs a link to be seen in what it is embedded in.
 *
 * @param resource that it is embedded in
 * @param part of it, with a dot between the keys
 */
record EmbeddedInProof(SpecFile resource, String part) implements Proof {
    static Proof of(Entry entry) {
        return new EmbeddedInProof(SpecFile.resource(entry.name()), entry.text().split(" ")[0]);
    }

    @Override
    public boolean in(Evidence seen) {
        return Answers.objects(resource, seen).anyMatch(object -> {
            JsonNode found = object.at("/" + part.replace('.', '/'));
            return !found.isMissingNode() && !found.isEmpty();
        });
    }
}
