package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.sql.TestDatabase;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.dao.contract.sql.TestSchema;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.time.Clock;
import java.util.List;

/** Opens stores over databases of their own. */
final class SqlStores {
    private SqlStores() {}

    static Store open(
            Dialect dialect, List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
        TestDatabase database = TestDatabases.of(dialect);
        create(database, resources, links);
        return MyBatisStore.builder(database.dataSource())
                .codec(JacksonCodec.create())
                .clock(clock)
                .ownsDataSource()
                .build()
                .createOutbox();
    }

    static void create(TestDatabase database, List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links) {
        resources.forEach(resource ->
                database.run(TestSchema.of(resource, database.dialect()).toArray(String[]::new)));
        links.forEach(link -> database.run(TestSchema.of(link)));
    }
}
