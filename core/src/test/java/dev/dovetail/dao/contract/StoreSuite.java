package dev.dovetail.dao.contract;

import dev.dovetail.dao.Store;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Holds a store to every contract; a test of a store extends it and says how that is opened. */
public abstract class StoreSuite {

    /** Returns an empty store that can keep these; it is closed after the test. */
    protected abstract Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock);

    @Nested
    class Rows extends RowsContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class Searches extends SearchContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class Cursors extends CursorContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class Bulks extends BulkContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class DerivedValues extends DerivedContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class Uniques extends UniqueContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class Links extends AssociationContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class LinkAttributes extends AttributeContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class Transactions extends TransactionContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class ServiceCalls extends ServiceContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class LinkCalls extends LinkContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class Deliveries extends OutboxContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class Claims extends ClaimContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }

    @Nested
    class Races extends RaceContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return StoreSuite.this.open(resources, links, clock);
        }
    }
}
