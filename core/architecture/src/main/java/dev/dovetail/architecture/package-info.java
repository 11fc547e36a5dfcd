/**
 * The rules that every module is held to. A module's test says {@code @AnalyzeClasses(locations = OwnClasses.class)}
 * and includes {@link dev.dovetail.architecture.HouseRules} by {@code ArchTests.in(HouseRules.class)}, beside rules of
 * its own.
 */
@NullMarked
package dev.dovetail.architecture;

import org.jspecify.annotations.NullMarked;
