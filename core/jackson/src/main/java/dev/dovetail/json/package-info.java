/** Values as JSON, by Jackson 3: what stores write events and nested values with, and whole files. */
@NullMarked
package dev.dovetail.json;

import org.jspecify.annotations.NullMarked;
