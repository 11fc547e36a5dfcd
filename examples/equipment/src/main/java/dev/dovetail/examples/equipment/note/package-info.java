/** Notes, kept under any text. */
@NullMarked
package dev.dovetail.examples.equipment.note;

import org.jspecify.annotations.NullMarked;
