/** Who calls and what they may see: {@link dev.dovetail.context.CallContext} travels with every call. */
@NullMarked
package dev.dovetail.context;

import org.jspecify.annotations.NullMarked;
