/** A client that is generated from the document of an API, against a server of that API. */
@NullMarked
package dev.dovetail.examples.client;

import org.jspecify.annotations.NullMarked;
