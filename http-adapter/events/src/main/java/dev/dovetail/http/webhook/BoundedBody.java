package dev.dovetail.http.webhook;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads on until a body ends, so that its connection can be used again, but not for ever: nobody wants the body. */
final class BoundedBody implements BodySubscriber<Void> {
    private static final int MOST = 64 * 1024;

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long read;

    static BodyHandler<Void> handler() {
        return response -> new BoundedBody();
    }

    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription = subscribed;
        subscribed.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            read += buffer.remaining();
        }
        Flow.Subscription subscribed = java.util.Objects.requireNonNull(subscription, "subscription");
        if (read > MOST) {
            subscribed.cancel();
            onComplete();
        } else {
            subscribed.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    @SuppressWarnings("NullAway") // there is no other value of Void
    public void onComplete() {
        done.complete(null);
    }
}
