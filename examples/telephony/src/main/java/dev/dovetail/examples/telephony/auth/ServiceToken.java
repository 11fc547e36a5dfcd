package dev.dovetail.examples.telephony.auth;

import dev.dovetail.error.DovetailException;
import dev.dovetail.examples.telephony.setup.Uuids;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the server's own token on a thread of its own, and asks again until it has it. What is known once stays known.
 * Thread-safe.
 */
final class ServiceToken implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceToken.class);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 4_000;
    private static final int OK = 200;

    private final Supplier<AuthClient.Answer> ask;
    private final Thread thread = new Thread(this::askUntilThere, "service-token");
    private volatile @Nullable Grant grant;

    /** Says that there is a token, and whose it is; null if the service did not say. */
    private record Grant(@Nullable UUID tenant) {}

    ServiceToken(Supplier<AuthClient.Answer> ask) {
        this.ask = ask;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void askUntilThere() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!ask()) {
                Thread.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Returns whether nothing is left to ask for. */
    private boolean ask() {
        try {
            AuthClient.Answer answer = ask.get();
            if (answer.status() != OK) {
                LOG.warn("The authentication service refuses the account of this server: {}", answer.status());
                return false;
            }
            String tenant = answer.body()
                    .path("data")
                    .path("metadata")
                    .path("tenant_uuid")
                    .asString("");
            Grant got = new Grant(Uuids.parse(tenant).orElse(null));
            grant = got;
            if (got.tenant() == null) {
                LOG.warn("The authentication service does not say whose account this server has");
            }
            return got.tenant() != null;
        } catch (DovetailException e) {
            return false; // it has been logged
        } catch (RuntimeException e) {
            LOG.error("The server's own token could not be asked for", e);
            return false;
        }
    }

    boolean isThere() {
        return grant != null;
    }

    /** Returns the tenant of the token; empty while it is not known. */
    Optional<UUID> tenant() {
        Grant known = grant;
        return known == null ? Optional.empty() : Optional.ofNullable(known.tenant());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
