package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.StoreSuite;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Runs the contract suite on H2. */
class H2StoreTest extends StoreSuite {
    private static final Dialect DIALECT = Dialect.H2;

    @Override
    protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
        return SqlStores.open(DIALECT, resources, links, clock);
    }

    @Nested
    class Starts extends StartContract {
        Starts() {
            super(DIALECT);
        }
    }

    @Nested
    class SearchesAndBulks extends SearchAndBulkContract {
        SearchesAndBulks() {
            super(DIALECT);
        }
    }

    @Nested
    class TheirTransactions extends JoinedTransactionsContract {
        TheirTransactions() {
            super(DIALECT);
        }
    }

    @Nested
    class LoneStatements extends LoneStatementContract {
        LoneStatements() {
            super(DIALECT);
        }
    }

    @Nested
    class LinkStatements extends LinkStatementContract {
        LinkStatements() {
            super(DIALECT);
        }
    }

    @Nested
    class Sql extends SqlStoreContract {
        Sql() {
            super(DIALECT);
        }
    }

    @Nested
    class Refused extends RefusalContract {
        Refused() {
            super(DIALECT);
        }
    }
}
