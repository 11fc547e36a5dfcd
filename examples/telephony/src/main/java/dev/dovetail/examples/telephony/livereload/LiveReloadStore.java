package dev.dovetail.examples.telephony.livereload;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.notification.outbox.Claim;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.Transaction;
import java.util.List;
import java.util.UUID;

/**
 * Is a store that records no reload while live reload is disabled.
 *
 * <p>It is looked up in the transaction that asks for the reload, rather than when the reload is sent: so what counts is
 * what held at the time of the request, however long the daemon is away.
 */
public final class LiveReloadStore implements Store {
    private final Store store;
    private final Outbox outbox;

    private LiveReloadStore(Store store) {
        this.store = store;
        this.outbox = new Filter(store.outbox(), store.dao(LiveReloads.LIVE_RELOAD));
    }

    /** Returns a store over another, which it closes. */
    public static Store over(Store store) {
        return new LiveReloadStore(store);
    }

    private record Filter(Outbox outbox, Dao<LiveReload, Integer> dao) implements Outbox {
        @Override
        public void record(List<OutboxEntry> entries) {
            boolean all = entries.stream().noneMatch(Filter::isReload)
                    || LiveReloads.current(dao).enabled();
            List<OutboxEntry> wanted = all
                    ? entries
                    : entries.stream().filter(entry -> !isReload(entry)).toList();
            if (!wanted.isEmpty()) {
                outbox.record(wanted);
            }
        }

        private static boolean isReload(OutboxEntry entry) {
            return entry.kind() == OutboxEntry.Kind.COMMAND && Sysconfd.isReload(entry.toCommand());
        }

        @Override
        public boolean process(Claim claim, Handler handler) {
            return outbox.process(claim, handler);
        }

        @Override
        public Backlog backlog() {
            return outbox.backlog();
        }

        @Override
        public List<Failed> failed(int limit) {
            return outbox.failed(limit);
        }

        @Override
        public boolean retry(UUID id) {
            return outbox.retry(id);
        }

        @Override
        public boolean drop(UUID id) {
            return outbox.drop(id);
        }

        @Override
        public Listening listen(Runnable woken) {
            return outbox.listen(woken);
        }
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

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
    public Transaction begin() {
        return store.begin();
    }

    @Override
    public void verify() {
        store.verify();
    }

    @Override
    public void close() {
        store.close();
    }
}
