/** What the plugins share: links, scopes of events, constraints, the lenient types of this API. */
@NullMarked
package dev.dovetail.examples.telephony.common;

import org.jspecify.annotations.NullMarked;
