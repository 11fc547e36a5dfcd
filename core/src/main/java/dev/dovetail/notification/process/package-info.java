/** Commands that are done by running a program: {@link dev.dovetail.notification.process.ProcessCommandSender}. */
@NullMarked
package dev.dovetail.notification.process;

import org.jspecify.annotations.NullMarked;
