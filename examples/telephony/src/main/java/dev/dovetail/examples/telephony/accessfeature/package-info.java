/** Access features. */
@NullMarked
package dev.dovetail.examples.telephony.accessfeature;

import org.jspecify.annotations.NullMarked;
