/** The recipients and surrogates of call filters. */
@NullMarked
package dev.dovetail.examples.telephony.callfiltermember;

import org.jspecify.annotations.NullMarked;
