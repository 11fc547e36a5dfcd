/**
 * The contract suite of stores, split by topic. A test of a store extends {@link dev.dovetail.dao.contract.StoreSuite}
 * and says how an empty store is opened; nothing else. It needs JUnit and AssertJ, which come with it.
 *
 * <p>Each contract is a class of its own that the suite runs as a nested one, so that a failure is read as a sentence:
 * {@code MyStoreTest$Transactions.leavesNothingBehindOnRollback}.
 */
@NullMarked
package dev.dovetail.dao.contract;

import org.jspecify.annotations.NullMarked;
