package dev.dovetail.idempotency;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.query.Total;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.time.Instant;
import java.util.List;

/** Keeps calls as any store keeps rows. */
final class StoredCalls implements IdempotencyStore {
    private static final Resource<KeptCall, String> CALLS = Resource.of(KeptCall.class, KeptCall::id)
            .name("KeptCall")
            .collection("dovetail_kept_calls")
            .build();
    private static final Column<KeptCall, Instant> EXPIRES_AT = CALLS.column(KeptCall::expiresAt);

    private final Dao<KeptCall, String> dao;

    StoredCalls(Store store) {
        this.dao = store.dao(CALLS);
    }

    @Override
    public KeptCall keep(KeptCall call, Instant now) {
        KeptCall kept = dao.createIfAbsent(call);
        if (!hasExpired(kept, now)) {
            return kept;
        }
        KeptCall locked = dao.lock(call.id()).orElse(null);
        if (locked == null) { // pruned meanwhile
            return dao.createIfAbsent(call);
        }
        return hasExpired(locked, now) ? dao.update(locked, call) : locked;
    }

    private static boolean hasExpired(KeptCall call, Instant now) {
        return !call.expiresAt().isAfter(now);
    }

    @Override
    public void answered(KeptCall call) {
        dao.lock(call.id()).ifPresentOrElse(before -> dao.update(before, call), () -> {
            throw new IllegalStateException("call " + call.id() + ": not kept by this unit of work");
        });
    }

    @Override
    public int prune(Instant now, int most) {
        List<String> expired = dao
                .search(Search.where(Criterion.atMost(EXPIRES_AT, now))
                        .limit(most)
                        .total(Total.SKIPPED))
                .items()
                .stream()
                .map(KeptCall::id)
                .toList();
        dao.lockAll(expired).stream()
                .filter(call -> hasExpired(call, now))
                .map(KeptCall::id)
                .forEach(dao::delete);
        return expired.size();
    }
}
