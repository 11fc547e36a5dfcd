package dev.dovetail.http.webhook;

import dev.dovetail.http.cloudevents.CloudEvents;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.EventPublisher;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Posts events to one URL, each as a CloudEvent 1.0 in structured JSON, signed by a shared secret.
 *
 * <p>{@code Dovetail-Signature: t=<seconds>,v1=<hex>} is the HMAC-SHA256 of the time, a full stop and the body: whoever
 * gets it computes the same, compares in constant time, and refuses times that are long past. Any 2xx is a success.
 * 408, 425, 429, 502, 503, 504, and no answer within the time-out, mean that the target is away; it is tried again
 * later and later. Any other answer, a redirect among them, refuses the event. The identifier of the CloudEvent tells
 * repeats. Thread-safe; one for each target, under a name of its own, so that none holds up another.
 *
 * @since 0.1
 */
public final class WebhookPublisher implements EventPublisher {
    private static final Set<Integer> AWAY = Set.of(408, 425, 429, 502, 503, 504);
    private static final int AT_ONCE = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final URI target;
    private final CloudEvents events;
    private final Signature signature;
    private final Clock clock;
    private final Duration timeout;
    private final Predicate<OutboxEntry> wanted;
    private final HttpClient client;

    private WebhookPublisher(Builder builder) {
        this.target = builder.target;
        this.events = new CloudEvents(builder.source, builder.codec);
        this.signature = Signature.by(builder.secret);
        this.clock = builder.clock;
        this.timeout = builder.timeout;
        this.wanted = builder.wanted;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Starts a publisher.
     *
     * @param target an http or https URL
     * @param secret shared with whoever gets the events, of 16 bytes or more
     * @param codec writes the envelope, and data that the store has not written
     * @throws IllegalArgumentException if it is another kind of URL, or the secret is shorter
     */
    public static Builder to(URI target, byte[] secret, EventCodec codec) {
        return new Builder(target, secret, codec);
    }

    @Override
    public int most() {
        return AT_ONCE;
    }

    @Override
    public List<Outcome> publish(List<OutboxEntry> batch) throws InterruptedException {
        List<CompletableFuture<Outcome>> posts = new ArrayList<>(batch.size());
        for (OutboxEntry event : batch) {
            posts.add(wanted.test(event) ? post(event) : CompletableFuture.completedFuture(Outcome.DONE));
        }
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        for (CompletableFuture<Outcome> post : posts) {
            outcomes.add(post.join());
        }
        return outcomes;
    }

    private CompletableFuture<Outcome> post(OutboxEntry event) {
        String body = events.structured(event);
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(timeout)
                .header("Content-Type", CloudEvents.MEDIA_TYPE + "; charset=utf-8")
                .header(Signature.HEADER, signature.of(clock.instant().getEpochSecond(), body))
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BoundedBody.handler());
        return answer.orTimeout(timeout.toMillis() * 2, TimeUnit.MILLISECONDS) // an answer that never ends
                .handle((response, failure) -> {
                    answer.cancel(true);
                    return outcome(response, failure);
                });
    }

    private static Outcome outcome(@Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
        if (response == null) {
            Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
            return Outcome.away(String.valueOf(cause));
        }
        int status = response.statusCode();
        if (status / 100 == 2) {
            return Outcome.DONE;
        }
        String error = "answered " + status + " (expected: 2xx)";
        return AWAY.contains(status) ? Outcome.away(error) : Outcome.refused(error);
    }

    /** Collects how events are posted. Not thread-safe. */
    public static final class Builder {
        private final URI target;
        private final byte[] secret;
        private final EventCodec codec;
        private String source = "dovetail";
        private Clock clock = Clock.systemUTC();
        private Duration timeout = TIMEOUT;
        private Predicate<OutboxEntry> wanted = event -> true;

        private Builder(URI target, byte[] secret, EventCodec codec) {
            if (!("http".equals(target.getScheme()) || "https".equals(target.getScheme()))
                    || target.getHost() == null) {
                throw new IllegalArgumentException("target: not understood (expected: a URL https://host/path)");
            }
            this.target = target;
            this.secret = secret.clone();
            this.codec = codec;
        }

        /**
         * Sets the CloudEvents' {@code source}, a URI reference that names this application; dovetail unless called.
         */
        public Builder source(String reference) {
            this.source = reference;
            return this;
        }

        /** Sets how long to wait for a connection, and for an answer; 5 s unless called. */
        public Builder timeout(Duration limit) {
            this.timeout = limit;
            return this;
        }

        /** Sets which events are posted; all unless called. */
        public Builder only(Predicate<OutboxEntry> which) {
            this.wanted = which;
            return this;
        }

        /** Sets the clock that signatures have their time from; the system's unless called. */
        public Builder clock(Clock tells) {
            this.clock = tells;
            return this;
        }

        /** Returns the publisher. */
        public WebhookPublisher build() {
            return new WebhookPublisher(this);
        }
    }
}
