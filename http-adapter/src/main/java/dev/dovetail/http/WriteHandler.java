package dev.dovetail.http;

import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.header.IdempotencyKey;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
import dev.dovetail.transaction.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers writes as their callers want them done: tried out, or once however often they are sent. Thread-safe. */
final class WriteHandler {
    private static final String DRY_RUN = "dry_run";

    private final UnitOfWork unitOfWork;
    private final @Nullable IdempotentRequests repetition;
    private final boolean triesOut;

    WriteHandler(UnitOfWork unitOfWork, @Nullable IdempotentRequests repetition, ApiStyle style) {
        this.unitOfWork = unitOfWork;
        this.repetition = repetition;
        this.triesOut = style.features().contains(Feature.DRY_RUN);
    }

    Response answer(Endpoint endpoint, Exchange exchange) {
        Request request = exchange.request();
        boolean tried = triesOut && FlagParameters.given(exchange, DRY_RUN, "request");
        Optional<String> key = repetition != null && request.method().equals("POST") && !tried
                ? IdempotencyKey.of(request)
                : Optional.empty();
        if (tried) {
            refuseUnlessServed(endpoint, DRY_RUN);
            return tryOut(endpoint, exchange);
        } else if (key.isPresent() && repetition != null) {
            refuseUnlessServed(endpoint, IdempotencyKey.HEADER);
            return repetition.once(key.get(), exchange, () -> endpoint.answer(exchange));
        }
        return endpoint.answer(exchange);
    }

    /** What an application does in an endpoint of its own may have effects that no rollback undoes. */
    private static void refuseUnlessServed(Endpoint endpoint, String wish) {
        if (!(endpoint instanceof ServiceEndpoint)) {
            throw refused(wish, "not understood here");
        }
    }

    private static DovetailException refused(String wish, String reason) {
        return Errors.invalid("request", Path.whole(), "not-understood", Details.of("wish", wish), wish + ": " + reason)
                .toException();
    }

    private Response tryOut(Endpoint endpoint, Exchange exchange) {
        if (unitOfWork.running()) {
            throw refused(DRY_RUN, "not understood within a batch; say so of the batch");
        }
        return withoutPlaces(unitOfWork
                        .dryRun(exchange.call(), () -> endpoint.answer(exchange))
                        .result())
                .with("Dry-Run", "true");
    }

    /** A dry run stores nothing: the answer has neither Location nor ETag. */
    private static Response withoutPlaces(Response answer) {
        List<Map.Entry<String, String>> kept = answer.headers().stream()
                .filter(header ->
                        !header.getKey().equals("Location") && !header.getKey().equals("ETag"))
                .toList();
        return new Response(answer.status(), kept, answer.body());
    }
}
