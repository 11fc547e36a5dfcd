/**
 * Makes sure that a resource has no errors before something is done with it: first the input (nullness and Bean
 * Validation constraints, all reported together), then the business {@linkplain dev.dovetail.validation.Rule rules} of
 * the operation.
 */
@NullMarked
package dev.dovetail.validation;

import org.jspecify.annotations.NullMarked;
