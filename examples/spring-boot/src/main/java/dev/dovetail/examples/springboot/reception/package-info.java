/** What is the application's own: a table, a service with a transaction, a controller; and it listens to events. */
@NullMarked
package dev.dovetail.examples.springboot.reception;

import org.jspecify.annotations.NullMarked;
