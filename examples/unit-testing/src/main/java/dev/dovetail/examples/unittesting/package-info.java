/** A small application: people who move in get a line, people who leave give it back. Its tests are what is shown. */
@NullMarked
package dev.dovetail.examples.unittesting;

import org.jspecify.annotations.NullMarked;
