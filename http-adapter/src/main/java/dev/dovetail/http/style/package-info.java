/**
 * How one API speaks with its clients. An {@link dev.dovetail.http.style.ApiStyle} says how bodies and queries are
 * read, which {@linkplain dev.dovetail.http.style.Feature features} of HTTP are offered, and how JSON is written; the
 * standard one is strict and offers everything. What only the clients of one old API need is a style of the application
 * that serves them. Errors are not a style's: an {@link dev.dovetail.http.error.ErrorRenderer} answers them.
 */
@NullMarked
package dev.dovetail.http.style;

import org.jspecify.annotations.NullMarked;
