package dev.dovetail.examples.telephony.coverage;

import tools.jackson.databind.JsonNode;

/**
 * Is one statement of the specification.
 *
 * @param file it is in
 * @param id what claims name it by, {@code extension/rules/create_in_order/2} and so on
 * @param said what the file says
 */
record Entry(SpecFile file, String id, JsonNode said) {

    /** Returns the name of the part of the file that it is in. */
    String section() {
        return part(1);
    }

    /** Returns the last part of its id. */
    String name() {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** Returns one part of its id, or an empty text. */
    String part(int index) {
        String[] parts = id.split("/");
        return index < parts.length ? parts[index] : "";
    }

    /** Returns what the file says, on one line. */
    String text() {
        return said.isString() ? said.stringValue() : said.toString();
    }
}
