package dev.dovetail.examples.telephony.coverage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the entries of the specification that a test holds the server to. An id with a star at its end names all that
 * start so and can be proved by what the test saw.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Covers {
    /** Returns the ids, as {@code examples/telephony/COVERAGE.md} lists them. */
    String[] value();
}
