package dev.dovetail.http.jetty;

import dev.dovetail.http.exchange.Handler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what never reaches the binding: a request that is none, or breaks a bound of Jetty's. Says the status and
 * nothing of the cause; bounds are answered in the handler's own words.
 */
final class PlainErrors extends ErrorHandler {
    private final Handler handler;

    PlainErrors(Handler handler) {
        this.handler = handler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        ByteBuffer body = fill(status, response.getHeaders());
        boolean silent = "HEAD".equals(request.getMethod());
        response.write(true, silent ? BufferUtil.EMPTY_BUFFER : body, callback);
        return true;
    }

    private ByteBuffer fill(int status, HttpFields.Mutable headers) {
        byte[] bytes;
        if (status == 413 || status == 414 || status == 415 || status == 431 || status == 503) {
            dev.dovetail.http.exchange.Response answer = handler.refuse(status);
            for (Map.Entry<String, String> header : answer.headers()) {
                headers.put(header.getKey(), header.getValue());
            }
            bytes = answer.body();
        } else {
            headers.put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
            bytes = (status + " " + HttpStatus.getMessage(status) + "\n").getBytes(StandardCharsets.UTF_8);
        }
        if (status == 415) {
            headers.put(HttpHeader.ACCEPT_ENCODING, UncodedBodies.IDENTITY);
        }
        if (status != 503) { // what comes after a request that is none cannot be told from its rest: Jetty will close
            headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
        return ByteBuffer.wrap(bytes);
    }
}
