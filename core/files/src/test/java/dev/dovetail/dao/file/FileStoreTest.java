package dev.dovetail.dao.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.StoreSuite;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract suite on files; after each case, what a store opened anew finds is what the case has left. */
class FileStoreTest extends StoreSuite {
    @TempDir
    private Path parent;

    @Override
    protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
        Path directory = parent.resolve(UUID.randomUUID().toString());
        FileStore store = FileStore.builder(directory).clock(clock).open();
        return new Reopened(store, () -> contents(store, resources, links), () -> {
            try (FileStore again = FileStore.builder(directory).clock(clock).open()) {
                assertThat(leftOvers(directory)).isEmpty();
                return contents(again, resources, links);
            }
        });
    }

    private static List<String> leftOvers(Path directory) {
        try (var files = Files.list(directory.resolve(".dovetail"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.json\\.\\d+"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> contents(
            Store store, List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links) {
        Map<String, Object> contents = new LinkedHashMap<>();
        resources.forEach(resource -> contents.put(resource.collection(), rows(store, resource)));
        links.forEach(association -> contents.put(association.name(), links(store, association)));
        contents.put("backlog", store.outbox().backlog());
        return contents;
    }

    private static <T extends Record, K> List<T> rows(Store store, Resource<T, K> resource) {
        return store.dao(resource).search(Search.all()).items();
    }

    private static <L extends Record, LK, R extends Record, RK> List<Object> links(
            Store store, Association<L, LK, R, RK> association) {
        List<LK> lefts = rows(store, association.left()).stream()
                .map(association.left()::keyOf)
                .toList();
        List<RK> rights = rows(store, association.right()).stream()
                .map(association.right()::keyOf)
                .toList();
        AssociationDao<LK, RK> dao = store.dao(association);
        return List.of(dao.rights(lefts), dao.lefts(rights), dao.linksOfLefts(lefts));
    }

    private record Reopened(
            Store store,
            java.util.function.Supplier<Map<String, Object>> before,
            java.util.function.Supplier<Map<String, Object>> after)
            implements Store {
        @Override
        public <T extends Record, K> Dao<T, K> dao(Resource<T, K> resource) {
            return store.dao(resource);
        }

        @Override
        public <L extends Record, LK, R extends Record, RK> AssociationDao<LK, RK> dao(
                Association<L, LK, R, RK> association) {
            return store.dao(association);
        }

        @Override
        public Outbox outbox() {
            return store.outbox();
        }

        @Override
        public Transaction begin() {
            return store.begin();
        }

        @Override
        public void close() {
            Map<String, Object> left = before.get();
            store.close();
            assertThat(after.get()).isEqualTo(left);
        }
    }
}
