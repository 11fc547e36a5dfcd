/**
 * Documents an API: an OpenAPI 3.1 document made of its routes, resources and constraints when it is first asked for,
 * and a page to browse it.
 */
@NullMarked
package dev.dovetail.http.openapi;

import org.jspecify.annotations.NullMarked;
