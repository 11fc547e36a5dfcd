package dev.dovetail.http.jetty;

import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.exchange.StreamedBody;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Answers each request by a body that the test sends. */
public final class StreamHandler implements Handler {
    private final BlockingQueue<Body> bodies = new LinkedBlockingQueue<>();

    /** Is one body, in the hands of the test. */
    public static final class Body implements StreamedBody {
        private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
        private volatile Sink sink;

        @Override
        public void start(Sink takes) {
            sink = takes;
            log.add("started");
        }

        @Override
        public void closed() {
            log.add("closed");
        }

        public Sink sink() {
            return sink;
        }

        public void send(String text) {
            sink.send(text.getBytes(StandardCharsets.UTF_8), () -> log.add("taken"));
        }

        /** Returns what happened next. */
        public String next() throws InterruptedException {
            return String.valueOf(log.poll(10, TimeUnit.SECONDS));
        }

        /** Returns what happens within a moment, null if nothing does. */
        public String nextSoon() throws InterruptedException {
            return log.poll(200, TimeUnit.MILLISECONDS);
        }
    }

    /** Returns the body of the next request. */
    public Body next() throws InterruptedException {
        return bodies.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public Response handle(Request request) {
        Body body = new Body();
        bodies.add(body);
        return Response.streamed("text/plain", body);
    }

    @Override
    public Response refuse(int status) {
        return Response.of(status);
    }

    @Override
    public long maxBody() {
        return 100;
    }
}
