package dev.dovetail.http;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.idempotency.IdempotencyStore;
import dev.dovetail.idempotency.KeptCall;
import dev.dovetail.transaction.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a request that is sent again under the same key as it was answered before, without doing it again.
 *
 * <p>A key is its caller's own: of the actor in the tenant that the request works in. What is answered is kept in the
 * unit of work of the request; a request that fails is not kept, and may be sent again. One that comes while the first
 * is being answered is refused by this node; on another node of the same database it waits for the answer.
 */
final class IdempotentRequests {
    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final Duration PRUNING = Duration.ofMinutes(10);
    private static final int PRUNED_AT_ONCE = 1_000;

    private final IdempotencyStore store;
    private final Duration kept;
    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final KeptAnswers answers = new KeptAnswers();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Instant> pruned = new AtomicReference<>(Instant.MIN);

    IdempotentRequests(IdempotencyStore store, Duration kept, UnitOfWork unitOfWork, Clock clock) {
        this.store = store;
        this.kept = kept;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    Response once(String key, Exchange exchange, Supplier<Response> answer) {
        String id = id(key, exchange.call());
        if (!running.add(id)) {
            throw inProgress(key);
        }
        try {
            Instant now = clock.instant();
            KeptCall call = new KeptCall(id, fingerprint(exchange.request()), now.plus(kept), null);
            Response answered = unitOfWork.call(exchange.call(), unit -> answer(call, key, now, answer));
            prune(now);
            return answered;
        } finally {
            running.remove(id);
        }
    }

    private Response answer(KeptCall call, String key, Instant now, Supplier<Response> answer) {
        KeptCall known = store.keep(call, now);
        String before = known.answer();
        if (!known.fingerprint().equals(call.fingerprint())) {
            throw Errors.notPermitted(
                            "request", "The Idempotency-Key was given with another request.", Details.of("key", key))
                    .toException();
        } else if (before != null) {
            return answers.read(before);
        }
        Response fresh = answer.get();
        store.answered(known.answered(answers.write(fresh)));
        return fresh;
    }

    private static DovetailException inProgress(String key) {
        return new Violation(
                        ErrorKind.ALREADY_EXISTS,
                        "request",
                        Path.whole(),
                        "in-progress",
                        Details.of("key", key),
                        "a request with this Idempotency-Key is being answered; send it again later")
                .toException();
    }

    private static String id(String key, CallContext call) {
        Scope scope = call.scope();
        String tenant = scope.home().map(Object::toString).orElse(scope.isAll() ? "all" : "none");
        return hash(tenant, call.actor() == null ? "" : call.actor(), key)
                .hash()
                .toString();
    }

    private static String fingerprint(Request request) {
        return hash(request.method(), request.path(), request.query().toString())
                .putBytes(request.body())
                .hash()
                .toString();
    }

    /** Hashes texts so that no two lists of them are alike. */
    private static Hasher hash(String... texts) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            hasher.putInt(bytes.length).putBytes(bytes);
        }
        return hasher;
    }

    private void prune(Instant now) {
        Instant last = Objects.requireNonNull(pruned.get());
        boolean due = last.equals(Instant.MIN) || !last.plus(PRUNING).isAfter(now);
        if (!due || !pruned.compareAndSet(last, now)) {
            return;
        }
        try {
            unitOfWork.run(CallContext.of(Scope.all()), () -> store.prune(now, PRUNED_AT_ONCE));
        } catch (RuntimeException e) { // the request has been answered; the next pruning will do
            LOG.warn("Requests kept by their keys could not be pruned: {}", e.toString());
        }
    }
}
