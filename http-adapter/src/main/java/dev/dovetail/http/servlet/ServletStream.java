package dev.dovetail.http.servlet;

import dev.dovetail.http.exchange.StreamedBody;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one body bit by bit, without a thread that waits: one write after the other, whenever the container is ready
 * for it. Thread-safe.
 */
final class ServletStream implements StreamedBody.Sink, WriteListener, AsyncListener {
    private final StreamedBody body;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private byte @Nullable [] waiting;
    private @Nullable Runnable taken;
    private boolean started;
    private boolean ending;
    private boolean completed;

    private ServletStream(StreamedBody body, AsyncContext context, ServletOutputStream out) {
        this.body = body;
        this.context = context;
        this.out = out;
    }

    /** Begins a body; its request has been made asynchronous. */
    static void start(StreamedBody body, AsyncContext context) throws IOException {
        ServletStream stream =
                new ServletStream(body, context, context.getResponse().getOutputStream());
        context.setTimeout(0); // it is the body that knows when its reader is too slow
        context.addListener(stream);
        stream.out.setWriteListener(stream);
    }

    @Override
    public void send(byte[] bytes, Runnable whenTaken) {
        synchronized (this) {
            if (ending || completed) {
                return;
            }
            waiting = bytes;
            taken = whenTaken;
        }
        goOn();
    }

    @Override
    public void end() {
        synchronized (this) {
            ending = true;
        }
        goOn();
    }

    @Override
    public void abort() {
        fail();
    }

    @Override
    public void onWritePossible() {
        boolean first;
        synchronized (this) {
            first = !started;
            started = true;
        }
        if (first) {
            flush();
            body.start(this);
        } else {
            goOn();
        }
    }

    private synchronized void flush() {
        try {
            if (out.isReady()) {
                out.flush();
            }
        } catch (IOException e) {
            fail();
        }
    }

    /** Does what the container is ready for: it calls again when it is ready for more. */
    private void goOn() {
        Runnable done;
        try {
            done = step();
        } catch (IOException | RuntimeException e) { // the reader has gone
            fail();
            return;
        }
        if (done != null) {
            done.run();
        }
    }

    private synchronized @Nullable Runnable step() throws IOException {
        if (completed || !out.isReady()) {
            return null;
        }
        if (waiting != null) {
            byte[] bytes = waiting;
            waiting = null;
            out.write(bytes);
            if (!out.isReady()) {
                return null;
            }
        }
        if (taken != null) {
            Runnable done = taken;
            taken = null;
            out.flush();
            return done;
        }
        if (ending) {
            completed = true;
            context.complete();
        }
        return null;
    }

    private void fail() {
        boolean first;
        synchronized (this) {
            first = !completed;
            completed = true;
        }
        if (first) {
            body.closed();
            context.complete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        fail();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        body.closed();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        fail();
    }

    @Override
    public void onError(AsyncEvent event) {
        fail();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
