/** The running server: options, store, API. */
@NullMarked
package dev.dovetail.examples.equipment.server;

import org.jspecify.annotations.NullMarked;
