package dev.dovetail.examples.telephony.livereload;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.Transaction;
import java.util.List;

/**
 * Is a store that records no reload while live reload is disabled.
 *
 * <p>It is looked up in the transaction that asks for the reload, rather than when the reload is sent: so what counts
 * is what held at the time of the request, however long the daemon is away.
 */
public final class LiveReloadStore implements Store {
    private final Store store;
    private final Outbox outbox;

    private LiveReloadStore(Store store) {
        this.store = store;
        Dao<LiveReload, Integer> dao = store.dao(LiveReloads.LIVE_RELOAD);
        this.outbox = store.outbox().recording(entries -> wanted(entries, dao));
    }

    /** Returns a store over another, which it closes. */
    public static Store over(Store store) {
        return new LiveReloadStore(store);
    }

    private static List<OutboxEntry> wanted(List<OutboxEntry> entries, Dao<LiveReload, Integer> dao) {
        boolean all = entries.stream().noneMatch(LiveReloadStore::isReload)
                || LiveReloads.current(dao).enabled();
        return all
                ? entries
                : entries.stream().filter(entry -> !isReload(entry)).toList();
    }

    private static boolean isReload(OutboxEntry entry) {
        return entry.kind() == OutboxEntry.Kind.COMMAND && Sysconfd.isReload(entry.toCommand());
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
