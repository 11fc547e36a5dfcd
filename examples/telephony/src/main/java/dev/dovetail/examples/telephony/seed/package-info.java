/**
 * The seed: objects stored at the first start, as they are given. A
 * {@link dev.dovetail.examples.telephony.seed.SeedTarget} takes those of one collection or association,
 * {@link dev.dovetail.examples.telephony.seed.Seed} hands them over.
 */
@NullMarked
package dev.dovetail.examples.telephony.seed;

import org.jspecify.annotations.NullMarked;
