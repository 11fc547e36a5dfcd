package dev.dovetail.http.jetty;

import dev.dovetail.http.exchange.StreamedBody;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** Sends one body bit by bit: one write after the other, the last when it ends. Thread-safe. */
final class JettyStream implements StreamedBody.Sink {
    private final Streams streams;
    private final StreamedBody body;
    private final Response response;
    private final Callback callback;
    private @Nullable EndPoint endPoint;
    private boolean writing;
    private boolean ending;
    private boolean completed;

    JettyStream(Streams streams, StreamedBody body, Response response, Callback callback) {
        this.streams = streams;
        this.body = body;
        this.response = response;
        this.callback = callback;
    }

    /** Sends the head of the answer, and begins with the body. */
    void start(EndPoint to) {
        endPoint = to;
        write(BufferUtil.EMPTY_BUFFER, () -> body.start(this));
    }

    @Override
    public void send(byte[] bytes, Runnable taken) {
        write(ByteBuffer.wrap(bytes), taken);
    }

    private void write(ByteBuffer bytes, Runnable taken) {
        synchronized (this) {
            if (ending || completed) {
                return;
            }
            writing = true;
        }
        Runnable written = () -> written(taken);
        response.write(false, bytes, Callback.from(Invocable.InvocationType.NON_BLOCKING, written, this::fail));
    }

    private void written(Runnable taken) {
        boolean last;
        synchronized (this) {
            writing = false;
            last = ending;
        }
        if (last) {
            complete();
        } else {
            taken.run();
        }
    }

    @Override
    public void end() {
        synchronized (this) {
            if (ending || completed) {
                return;
            }
            ending = true;
            if (writing) {
                return;
            }
        }
        complete();
    }

    void endByServer() {
        body.closed();
        end();
    }

    private void complete() {
        if (completes()) {
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        }
    }

    @Override
    public void abort() {
        EndPoint open = endPoint;
        if (open != null) {
            open.close();
        }
        synchronized (this) {
            if (writing) {
                return; // the write fails
            }
        }
        fail(new java.io.IOException("the body was cut off"));
    }

    private void fail(Throwable failure) {
        if (completes()) {
            callback.failed(failure);
        }
        body.closed();
    }

    private boolean completes() {
        synchronized (this) {
            if (completed) {
                return false;
            }
            completed = true;
        }
        streams.gone(this);
        return true;
    }
}
