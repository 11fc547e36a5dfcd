/**
 * Live reload: while it is disabled the telephony engine is not asked to reload, whatever is changed. Everything else
 * that the system daemon is asked goes on.
 */
@NullMarked
package dev.dovetail.examples.telephony.livereload;

import org.jspecify.annotations.NullMarked;
