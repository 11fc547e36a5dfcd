/**
 * What is read before the server runs: {@link dev.dovetail.examples.telephony.setup.Yaml} files that remember their
 * lines, and the {@link dev.dovetail.examples.telephony.setup.SetupException} that a mistake in them ends the start
 * with.
 */
@NullMarked
package dev.dovetail.examples.telephony.setup;

import org.jspecify.annotations.NullMarked;
