package dev.dovetail.http.jetty;

import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.StreamedBody;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one request through: gathers the body as it arrives, has it answered on a thread of the pool, writes the
 * answer.
 *
 * <p>Running it goes on gathering; being completed, as the callback of the answer's last write, ends it.
 */
final class JettyExchange implements Invocable.Task, Callback {
    private static final Logger LOG = LoggerFactory.getLogger(JettyExchange.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Binding binding;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final RequestBody body;
    private boolean complete;

    JettyExchange(Binding binding, Request request, Response response, Callback callback) {
        this.binding = binding;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.body = new RequestBody(binding.handler().maxBody());
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Takes what has arrived of the body; comes back when more has. */
    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                failed(chunk.getFailure());
                return;
            }
            boolean fits = body.add(chunk.getByteBuffer());
            chunk.release();
            if (!fits) {
                refuse(413);
                return;
            }
            if (chunk.isLast()) {
                complete = true;
                dispatch();
                return;
            }
        }
    }

    private void dispatch() {
        try {
            binding.executor().execute(this::answer);
        } catch (RejectedExecutionException e) {
            refuse(503);
        }
    }

    private void answer() {
        try {
            write(binding.handler().handle(toRequest()));
        } catch (Throwable t) { // a handler must not throw; if one does, its client gets no stack trace
            LOG.error(
                    "the handler failed on {} {}",
                    request.getMethod(),
                    request.getHttpURI().getPath(),
                    t);
            Response.writeError(request, response, this, 500);
        }
    }

    private dev.dovetail.http.exchange.Request toRequest() {
        HttpURI uri = request.getHttpURI();
        return new dev.dovetail.http.exchange.Request(
                request.getMethod(),
                uri.getPath(),
                uri.getQuery(),
                new JettyHeaders(request.getHeaders()),
                body.toBytes(),
                binding.baseUrls().of(request));
    }

    /** Refuses the request for good: what may still come of its body is not read, so the connection ends with it. */
    void refuse(int status) {
        Handler handler = binding.handler();
        HttpFields.Mutable headers = response.getHeaders();
        if (status == 503) {
            headers.put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (!complete && hasBody(request.getHeaders())) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        try {
            write(handler.refuse(status));
        } catch (RuntimeException e) {
            LOG.error("the handler failed to refuse with {}", status, e);
            Response.writeError(request, response, this, status);
        }
    }

    private static boolean hasBody(HttpFields headers) {
        return headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0 || headers.contains(HttpHeader.TRANSFER_ENCODING);
    }

    private void write(dev.dovetail.http.exchange.Response answer) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        List<Map.Entry<String, String>> given = answer.headers();
        for (int i = 0; i < given.size(); i++) {
            headers.add(given.get(i).getKey(), given.get(i).getValue());
        }
        StreamedBody stream = answer.stream();
        if (stream != null && !"HEAD".equals(request.getMethod())) {
            binding.streams().start(stream, request, response, this);
            return;
        }
        byte[] bytes = answer.body();
        if (bytes.length > 0) {
            headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
        }
        boolean silent = bytes.length == 0 || "HEAD".equals(request.getMethod());
        response.write(true, silent ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(bytes), this);
    }

    @Override
    public void succeeded() {
        binding.ended();
        callback.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
        binding.ended();
        callback.failed(failure);
    }
}
