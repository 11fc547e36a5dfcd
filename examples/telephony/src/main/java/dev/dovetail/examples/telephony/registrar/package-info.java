/** Registrars. */
@NullMarked
package dev.dovetail.examples.telephony.registrar;

import org.jspecify.annotations.NullMarked;
