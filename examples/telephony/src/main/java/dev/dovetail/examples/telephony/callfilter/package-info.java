/** Call filters: users whose calls ring at others as well. */
@NullMarked
package dev.dovetail.examples.telephony.callfilter;

import org.jspecify.annotations.NullMarked;
