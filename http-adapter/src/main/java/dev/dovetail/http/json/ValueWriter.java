package dev.dovetail.http.json;

import tools.jackson.core.JsonGenerator;

/** Writes a Java value that is not null as JSON. */
@FunctionalInterface
interface ValueWriter {
    void write(Object value, JsonGenerator out);
}
