package dev.dovetail.examples.telephony.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server, asks it for something and ends it, to find out whether it would run as it is told to. */
final class StartCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);
    private static final int TIMEOUT_MILLIS = 10_000;

    private StartCheck() {}

    /** @throws IllegalStateException if the server starts but does not answer as it should */
    static void run(Options options, Map<String, String> environment) {
        try (TelephonyServer server = TelephonyServer.start(options, environment)) {
            int status = status(URI.create(server.url() + "/1.1/infos"));
            if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
                throw new IllegalStateException("GET /1.1/infos was answered with " + status);
            }
            LOG.info("All is well: the server started, and answered");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int status(URI of) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) of.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
