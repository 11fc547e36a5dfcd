package dev.dovetail.dao.mybatis;

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
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Runs the contract suite on H2. */
class H2StoreTest {
    private static final Dialect DIALECT = Dialect.H2;

    @Nested
    class Rows extends RowsContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class Searches extends SearchContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class DerivedValues extends DerivedContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class Uniques extends UniqueContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class Links extends AssociationContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class Transactions extends TransactionContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class ServiceCalls extends ServiceContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class LinkCalls extends LinkContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class Deliveries extends OutboxContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class Races extends RaceContract {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return SqlStores.open(DIALECT, resources, links, clock);
        }
    }

    @Nested
    class Starts extends StartContract {
        Starts() {
            super(DIALECT);
        }
    }

    @Nested
    class Sql extends SqlStoreContract {
        Sql() {
            super(DIALECT);
        }
    }
}
