/**
 * A quick start in three steps: {@link dev.dovetail.examples.quickstart.InMemory} describes an application and tries it
 * out, {@link dev.dovetail.examples.quickstart.OnH2} keeps a larger one in a database,
 * {@link dev.dovetail.examples.quickstart.OverHttp} serves that. Read them in this order.
 */
@NullMarked
package dev.dovetail.examples.quickstart;

import org.jspecify.annotations.NullMarked;
