/** The rooms of people. */
@NullMarked
package dev.dovetail.examples.equipment.personroom;

import org.jspecify.annotations.NullMarked;
