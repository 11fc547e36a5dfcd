/** People, and the rooms that they have. */
@NullMarked
package dev.dovetail.examples.equipment.person;

import org.jspecify.annotations.NullMarked;
