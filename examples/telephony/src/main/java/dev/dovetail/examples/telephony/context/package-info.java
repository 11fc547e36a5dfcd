/** Contexts: named ranges of numbers. */
@NullMarked
package dev.dovetail.examples.telephony.context;

import org.jspecify.annotations.NullMarked;
