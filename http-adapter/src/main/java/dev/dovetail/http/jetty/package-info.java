/**
 * The standalone server: {@link dev.dovetail.http.jetty.HttpServer} binds a {@link dev.dovetail.http.exchange.Handler}
 * to a port of this machine. Nothing of it is left to defaults that are not bounded: how long a URL, a header or a
 * body may be, how many requests are under way, how long a connection may idle and how long a stop may last. Needs
 * {@code org.eclipse.jetty:jetty-server} on the class path or module path.
 *
 * <p>Around the binding, each off unless asked for: reverse proxies that are believed, web pages of other origins
 * ({@link dev.dovetail.http.jetty.CrossOrigin}), answers compressed.
 */
@NullMarked
package dev.dovetail.http.jetty;

import org.jspecify.annotations.NullMarked;
