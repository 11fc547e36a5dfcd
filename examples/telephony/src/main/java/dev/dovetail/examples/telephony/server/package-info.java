/**
 * The telephony server as a program: {@link dev.dovetail.examples.telephony.server.Options} says what is asked for,
 * {@link dev.dovetail.examples.telephony.server.TelephonyServer} is put together from them and runs.
 */
@NullMarked
package dev.dovetail.examples.telephony.server;

import org.jspecify.annotations.NullMarked;
