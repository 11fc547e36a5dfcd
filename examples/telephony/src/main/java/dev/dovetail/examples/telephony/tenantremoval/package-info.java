/** Removes tenants with everything in them. */
@NullMarked
package dev.dovetail.examples.telephony.tenantremoval;

import org.jspecify.annotations.NullMarked;
