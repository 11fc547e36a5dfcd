/** What Dovetail serves: employees, phones, and who has which. */
@NullMarked
package dev.dovetail.examples.springboot.phone;

import org.jspecify.annotations.NullMarked;
