package dev.dovetail.http.jetty;

import dev.dovetail.http.exchange.StreamedBody;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Holds the bodies that are being sent bit by bit, and ends them when the server stops. Thread-safe. */
final class Streams {
    private final Set<JettyStream> running = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    void start(StreamedBody body, Request request, Response response, Callback callback) {
        JettyStream stream = new JettyStream(this, body, response, callback);
        running.add(stream);
        stream.start(request.getConnectionMetaData().getConnection().getEndPoint());
        if (ended) {
            stream.endByServer();
        }
    }

    void gone(JettyStream stream) {
        running.remove(stream);
    }

    void end() {
        ended = true;
        running.forEach(JettyStream::endByServer);
    }

    boolean ended() {
        return ended;
    }
}
