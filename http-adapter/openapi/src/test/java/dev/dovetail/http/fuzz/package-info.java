/** Makes requests of what an OpenAPI document tells, sound and broken ones, and sees that none does harm. */
@NullMarked
package dev.dovetail.http.fuzz;

import org.jspecify.annotations.NullMarked;
