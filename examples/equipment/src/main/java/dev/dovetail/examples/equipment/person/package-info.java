/** People. */
@NullMarked
package dev.dovetail.examples.equipment.person;

import org.jspecify.annotations.NullMarked;
