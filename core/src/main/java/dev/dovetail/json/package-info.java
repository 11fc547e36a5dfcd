/** Values as JSON, by Jackson 3: what the SQL store writes events and nested values with. */
@NullMarked
package dev.dovetail.json;

import org.jspecify.annotations.NullMarked;
