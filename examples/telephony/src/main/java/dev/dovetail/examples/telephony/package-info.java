/** A telephony configuration server on Dovetail. Each plugin is one package below this one. */
@NullMarked
package dev.dovetail.examples.telephony;

import org.jspecify.annotations.NullMarked;
