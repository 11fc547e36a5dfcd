/** The tenants that this server has seen. */
@NullMarked
package dev.dovetail.examples.telephony.tenant;

import org.jspecify.annotations.NullMarked;
