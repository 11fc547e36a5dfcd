package dev.dovetail.http.sample;

import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Answers as it is told to; refuses with the status as text. */
public final class FakeHandler implements Handler {
    private final Function<Request, Response> answers;
    private final long maxBody;

    public FakeHandler(Function<Request, Response> answers, long maxBody) {
        this.answers = answers;
        this.maxBody = maxBody;
    }

    /** Tells what it was asked, a line each: method, path, query, X-Test header, body, base URL. */
    public static FakeHandler echo(long maxBody) {
        return new FakeHandler(FakeHandler::tell, maxBody);
    }

    private static Response tell(Request request) {
        return text(
                200,
                String.join(
                        "\n",
                        request.method(),
                        request.path(),
                        request.query().toString(),
                        request.header("x-test").orElse("-"),
                        new String(request.body(), StandardCharsets.UTF_8),
                        request.baseUrl()));
    }

    public static Response text(int status, String text) {
        return Response.of(status, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Response handle(Request request) {
        return answers.apply(request);
    }

    @Override
    public Response refuse(int status) {
        return text(status, "refused with " + status);
    }

    @Override
    public long maxBody() {
        return maxBody;
    }
}
