package dev.dovetail.http.jetty;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Graceful;

/**
 * Hands Jetty's requests to our handler. Runs on the selector's thread and never blocks it: there a request is counted,
 * refused if it breaks a bound, and its body gathered; only then does it get a thread of the pool. So overload is
 * answered at once even while every thread is busy, and a slow sender holds none.
 */
final class Binding extends Handler.Abstract.NonBlocking implements Graceful {
    private final dev.dovetail.http.exchange.Handler handler;
    private final Executor executor;
    private final Limits limits;
    private final BaseUrls baseUrls;
    private final Streams streams = new Streams();
    private final AtomicInteger inFlight = new AtomicInteger();

    Binding(dev.dovetail.http.exchange.Handler handler, Executor executor, Limits limits, boolean forwardedHeaders) {
        this.handler = handler;
        this.executor = executor;
        this.limits = limits;
        this.baseUrls = new BaseUrls(forwardedHeaders);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int running = inFlight.incrementAndGet();
        JettyExchange exchange = new JettyExchange(this, request, response, callback);
        HttpURI uri = request.getHttpURI();
        String path = uri.getPath();
        if (running > limits.inFlight()) {
            exchange.refuse(503);
        } else if (path == null || !path.startsWith("/")) {
            Response.writeError(request, response, exchange, 400);
        } else if (path.length() > limits.urlLength() || uri.getPathQuery().length() > limits.urlLength()) {
            exchange.refuse(414);
        } else if (request.getLength() > handler.maxBody()) {
            exchange.refuse(413);
        } else {
            exchange.run();
        }
        return true;
    }

    dev.dovetail.http.exchange.Handler handler() {
        return handler;
    }

    Executor executor() {
        return executor;
    }

    BaseUrls baseUrls() {
        return baseUrls;
    }

    Streams streams() {
        return streams;
    }

    /** Ends what would go on for ever, so that the server can stop. */
    @Override
    public CompletableFuture<Void> shutdown() {
        streams.end();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isShutdown() {
        return streams.ended();
    }

    void ended() {
        inFlight.decrementAndGet();
    }
}
