package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.StoreSuite;
import dev.dovetail.dao.contract.sql.TestDatabase;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.Transaction;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs the contract suite on PostgreSQL. */
class PostgreSqlStoreTest extends StoreSuite {
    private static final Dialect DIALECT = Dialect.POSTGRESQL;

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
    class OwnTypes {
        enum Size {
            SMALL,
            VERY_LARGE
        }

        record Box(int id, Size size, List<String> labels) {}

        @Test
        void takesColumnsOfTypesJsonbAndEnum() {
            Resource<Box, Integer> boxes =
                    Resource.of(Box.class, Box::id).collection("boxes").build();
            try (TestDatabase database = TestDatabases.postgresql()) {
                database.run(
                        "create type size as enum ('small', 'very_large')",
                        "create table boxes(id integer primary key, size size, labels jsonb)");
                MyBatisStore store = MyBatisStore.builder(database.dataSource())
                        .codec(JacksonCodec.create())
                        .build();
                Box box = new Box(1, Size.VERY_LARGE, List.of("a", "b"));
                Transaction transaction = store.begin();
                store.dao(boxes).create(box);
                transaction.commit();

                assertThat(store.dao(boxes).find(1)).contains(box);
                assertThat(store.dao(boxes).findBy(Criterion.equal(boxes.column(Box::size), Size.VERY_LARGE)))
                        .contains(box);
            }
        }
    }

    @Nested
    class Refused extends RefusalContract {
        Refused() {
            super(DIALECT);
        }
    }
}
