/**
 * The system daemon: {@link dev.dovetail.examples.telephony.sysconfd.Sysconfd} makes its commands,
 * {@link dev.dovetail.examples.telephony.sysconfd.SysconfdSender} sends them.
 */
@NullMarked
package dev.dovetail.examples.telephony.sysconfd;

import org.jspecify.annotations.NullMarked;
