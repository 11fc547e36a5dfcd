/** Lets folders that are not yet values be written as classes; goes when the last one is a value. */
@NullMarked
package dev.dovetail.examples.telephony.legacy;

import org.jspecify.annotations.NullMarked;
