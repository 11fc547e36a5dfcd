/**
 * The texts of errors as this API's clients know them: {@link dev.dovetail.examples.telephony.errors.ErrorTexts} turns
 * violations into them, {@link dev.dovetail.examples.telephony.errors.TelephonyErrors} makes the violations that are
 * peculiar to this API.
 */
@NullMarked
package dev.dovetail.examples.telephony.errors;

import org.jspecify.annotations.NullMarked;
