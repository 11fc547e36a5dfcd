package dev.dovetail.dao.contract;

import dev.dovetail.dao.Store;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/**
 * Holds a store to every contract: extend it in a test class, and say how your store is opened.
 *
 * <pre>{@code
 * class MyStoreTest extends StoreSuite {
 *     @Override
 *     protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
 *         return MyStore.in(emptyFolder());
 *     }
 * }
 * }</pre>
 *
 * <p>The suite writes through units of work and through services, from several threads too, and reads what it wrote
 * back through the DAOs. A store that passes can take the place of any other. What a test found is told by the name of
 * the test; most messages show the rows or the violation expected and those that came.
 *
 * <p>JUnit makes an instance for each test. Whatever {@link #open} makes beside the store (a folder, a database) is
 * yours to tidy up: in an {@code @AfterEach} method, which runs once the store is closed, or when the store closes.
 *
 * @since 0.1
 */
public abstract class StoreSuite {
    protected StoreSuite() {}

    /**
     * Returns an empty store for one test.
     *
     * @param resources all that the test may store; a SQL store makes their tables. Their columns have every type that
     *     a record may have, and names that SQL reserves
     * @param links the associations that it may store
     * @param clock what the outbox has to go by when it decides which entries are due; it stands still until a test
     *     moves it
     * @return the store, which is closed after the test
     */
    protected abstract Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock);

    /**
     * Returns what the store does without on purpose: the tests of that are reported as skipped. None unless
     * overridden. {@link Optionally} tells what an application loses by each.
     */
    protected Set<Optionally> without() {
        return Set.of();
    }

    /** Rows are created, found, locked, updated and deleted. */
    @Nested
    class Rows extends RowsContract {}

    /** Values are kept exactly, or refused. */
    @Nested
    class ExactValues extends ValuesContract {}

    /** Searches find by text and criteria, sort and page. */
    @Nested
    class Searches extends SearchContract {}

    /** Pages by cursor, and totals that are not counted. */
    @Nested
    class Cursors extends CursorContract {}

    /** Many rows at once, and attempts that leave nothing. */
    @Nested
    class Bulks extends BulkContract {}

    /** Values made from the row, or found over associations and references. */
    @Nested
    class DerivedValues extends DerivedContract {}

    /** Values that may occur once. */
    @Nested
    class Uniques extends UniqueContract {}

    /** Links of associations at the DAO. */
    @Nested
    class Links extends AssociationContract {}

    /** What links carry. */
    @Nested
    class LinkAttributes extends AttributeContract {}

    /** Units of work: all or nothing. */
    @Nested
    class Transactions extends TransactionContract {}

    /** Resource services over the store. */
    @Nested
    class ServiceCalls extends ServiceContract {}

    /** Association services over the store. */
    @Nested
    class LinkCalls extends LinkContract {}

    /** The outbox. */
    @Nested
    class Deliveries extends OutboxContract {}

    /** Entries of the outbox that are claimed, put off, set aside. */
    @Nested
    class Claims extends ClaimContract {}

    /** Threads that race. */
    @Nested
    class Races extends RaceContract {}

    /** Many threads that write at once. */
    @Nested
    class Concurrency extends ConcurrencyContract {}
}
