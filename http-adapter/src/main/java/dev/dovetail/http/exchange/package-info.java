/**
 * The middle of the adapter: a {@link dev.dovetail.http.exchange.Request} comes in, a
 * {@link dev.dovetail.http.exchange.Response} goes out. It knows no container; bindings translate.
 */
@NullMarked
package dev.dovetail.http.exchange;

import org.jspecify.annotations.NullMarked;
