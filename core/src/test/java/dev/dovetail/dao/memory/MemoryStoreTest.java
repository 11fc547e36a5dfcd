package dev.dovetail.dao.memory;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.AssociationContract;
import dev.dovetail.dao.contract.DerivedContract;
import dev.dovetail.dao.contract.LinkContract;
import dev.dovetail.dao.contract.OutboxContract;
import dev.dovetail.dao.contract.RaceContract;
import dev.dovetail.dao.contract.RowsContract;
import dev.dovetail.dao.contract.SearchContract;
import dev.dovetail.dao.contract.ServiceContract;
import dev.dovetail.dao.contract.TransactionContract;
import dev.dovetail.dao.contract.UniqueContract;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Runs the contract suite on the store in memory. */
class MemoryStoreTest {

    private static Store store(Clock clock) {
        return MemoryStore.create(clock, Duration.ofSeconds(10));
    }

    @Nested
    class Rows extends RowsContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }

    @Nested
    class Searches extends SearchContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }

    @Nested
    class DerivedValues extends DerivedContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }

    @Nested
    class Uniques extends UniqueContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }

    @Nested
    class Links extends AssociationContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }

    @Nested
    class Transactions extends TransactionContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }

    @Nested
    class ServiceCalls extends ServiceContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }

    @Nested
    class LinkCalls extends LinkContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }

    @Nested
    class Deliveries extends OutboxContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }

    @Nested
    class Races extends RaceContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return store(clock);
        }
    }
}
