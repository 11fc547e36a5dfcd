/** What this installation is. */
@NullMarked
package dev.dovetail.examples.telephony.infos;

import org.jspecify.annotations.NullMarked;
