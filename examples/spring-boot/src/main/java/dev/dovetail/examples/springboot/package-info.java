/** What mounts Dovetail in an application of Spring Boot; the packages below are that application. */
@NullMarked
package dev.dovetail.examples.springboot;

import org.jspecify.annotations.NullMarked;
