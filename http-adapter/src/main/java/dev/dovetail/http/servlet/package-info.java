/**
 * The servlet: {@link dev.dovetail.http.servlet.DovetailServlet} mounts a {@link dev.dovetail.http.exchange.Handler} in
 * whatever servlet container an application has already. Bounds on URLs, headers, time and requests in flight are the
 * container's to set there; the bound on bodies is kept here.
 */
@NullMarked
package dev.dovetail.http.servlet;

import org.jspecify.annotations.NullMarked;
