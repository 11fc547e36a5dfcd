/** The schedules of users, groups, queues, incoming and outgoing calls. */
@NullMarked
package dev.dovetail.examples.telephony.schedulelink;

import org.jspecify.annotations.NullMarked;
