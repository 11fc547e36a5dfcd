/** A server that keeps a laboratory's instruments, rooms, people and bookings: the library's show-case. */
@NullMarked
package dev.dovetail.examples.equipment;

import org.jspecify.annotations.NullMarked;
