package dev.dovetail.http.command;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.CommandSender;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands to a daemon that takes them over HTTP.
 *
 * <pre>{@code
 * CommandSender sender = HttpCommandSender.of(
 *         URI.create("http://127.0.0.1:8668"),
 *         commands -> List.of(HttpCall.post("/exec_request_handlers", reload(commands))));
 * }</pre>
 *
 * <p>The calls are made one after the other, directly (no proxy, no redirects). An answer of 200 to 299 is a success;
 * anything else ends the sending with an exception, so that all commands of the unit are kept and sent again: calls
 * made before the one that failed are then repeated. Neither exceptions nor logs tell queries, bodies or headers.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class HttpCommandSender implements CommandSender {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String base;
    private final Function<List<Command>, List<HttpCall>> calls;
    private final Duration requestTimeout;
    private final HttpClient client;

    private HttpCommandSender(Builder builder, Function<List<Command>, List<HttpCall>> calls) {
        this.base = builder.base;
        this.calls = calls;
        this.requestTimeout = builder.requestTimeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.of(null))
                .connectTimeout(builder.connectTimeout)
                .build();
    }

    /**
     * Returns a sender with time-outs of 5 seconds.
     *
     * @param base the daemon's URL, its path taken as a prefix: {@code http://127.0.0.1:8668}
     * @param calls turns the commands of one unit, in the order asked, into calls; none at all is fine
     * @throws IllegalArgumentException if the URL is not an absolute one of http or https, or has user, query or
     *     fragment
     */
    public static HttpCommandSender of(URI base, Function<List<Command>, List<HttpCall>> calls) {
        return builder(base).build(calls);
    }

    /**
     * Returns a builder.
     *
     * @throws IllegalArgumentException if the URL is not an absolute one of http or https, or has user, query or
     *     fragment
     */
    public static Builder builder(URI base) {
        return new Builder(base);
    }

    @Override
    public void send(List<Command> commands) throws IOException, InterruptedException {
        for (HttpCall call : calls.apply(commands)) {
            int status = status(call);
            if (status < 200 || status > 299) {
                throw new IOException(describe(call) + ": status " + status + " (expected: 200 to 299)");
            }
        }
    }

    /** Waits for the whole answer; a time-out of the client's own would end with the headers. */
    private int status(HttpCall call) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request(call), BodyHandlers.discarding());
        try {
            return answer.get(requestTimeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException e) {
            throw timedOut(call, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HttpTimeoutException ? timedOut(call, e) : unanswered(call, e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(HttpCall call) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + call.target())).header("Accept", "application/json");
        String json = call.json();
        if (json == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(json))
                .build();
    }

    private IOException timedOut(HttpCall call, Exception cause) {
        HttpTimeoutException timedOut = new HttpTimeoutException(describe(call) + ": no answer in time");
        timedOut.initCause(cause);
        return timedOut;
    }

    private IOException unanswered(HttpCall call, @Nullable Throwable cause) {
        String reason = cause instanceof ConnectException ? "not reachable" : String.valueOf(cause);
        return new IOException(describe(call) + ": no answer (" + reason + ")", cause);
    }

    private String describe(HttpCall call) {
        return call.method() + " " + base + call.path();
    }

    @Override
    public String toString() {
        return "HttpCommandSender[" + base + "]";
    }

    /**
     * Configures a sender. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String base;
        private Duration connectTimeout = TIMEOUT;
        private Duration requestTimeout = TIMEOUT;

        private Builder(URI base) {
            String scheme = base.getScheme();
            boolean http = "http".equals(scheme) || "https".equals(scheme);
            if (!http
                    || base.getHost() == null
                    || base.getRawUserInfo() != null
                    || base.getRawQuery() != null
                    || base.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "base: not shown (expected: http or https, host and port, maybe a path; nothing else)");
            }
            String text = base.toString();
            this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        }

        /** Gives up a connection that takes longer. Default: 5 s. */
        public Builder connectTimeout(Duration value) {
            connectTimeout = positive("connectTimeout", value);
            return this;
        }

        /** Gives up a call, connecting and reading the answer included, that takes longer. Default: 5 s. */
        public Builder requestTimeout(Duration value) {
            requestTimeout = positive("requestTimeout", value);
            return this;
        }

        private static Duration positive(String name, Duration value) {
            if (value.toMillis() < 1) {
                throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1 ms)");
            }
            return value;
        }

        /** Returns a sender that makes these calls of the commands of a unit, which come in the order asked. */
        public HttpCommandSender build(Function<List<Command>, List<HttpCall>> calls) {
            return new HttpCommandSender(this, calls);
        }
    }
}
