/**
 * JSON in and out: a {@link dev.dovetail.http.json.Representation} says how the objects of a resource look, reads
 * bodies field by field so that every fault is found, and writes objects with what is embedded in them.
 */
@NullMarked
package dev.dovetail.http.json;

import org.jspecify.annotations.NullMarked;
