package dev.dovetail.http;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.header.MediaType;
import dev.dovetail.http.json.Json;
import dev.dovetail.transaction.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/**
 * Serves several requests as one: all in one unit of work, or none.
 *
 * <p>Each has to be one that its caller could send alone: each goes through the gate, before the first is done. What
 * fails is told with its index, in the answer that it would have got.
 */
final class BatchResource {
    /** The most requests that a batch may have. */
    static final int MOST = 100;

    private static final String PATH = "/batch";

    private final Dispatcher dispatcher;
    private final FailureAnswers failures;
    private final UnitOfWork unitOfWork;
    private final Bodies bodies;
    private final Json json;

    private BatchResource(Routes routes, Dispatcher dispatcher, FailureAnswers failures) {
        this.dispatcher = dispatcher;
        this.failures = failures;
        this.unitOfWork = routes.services().unitOfWork();
        this.bodies = routes.bodies();
        this.json = bodies.json();
    }

    static void add(Routes routes, Dispatcher dispatcher, FailureAnswers failures) {
        BatchResource batch = new BatchResource(routes, dispatcher, failures);
        routes.addServed(Route.of("POST", PATH, List.of(), batch::answer), false);
    }

    private Response answer(Exchange exchange) {
        List<Request> requests =
                BatchRequests.read(bodies.read(exchange.request()), exchange.request(), dispatcher.basePath(), json);
        if (requests.size() > MOST) {
            throw Errors.technical(
                    ErrorKind.TOO_LARGE,
                    "a batch of " + requests.size() + " requests (expected: at most " + MOST + ")",
                    null);
        }
        List<Dispatcher.Admitted> admitted = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            admitted.add(step(i, request, () -> admit(request)));
        }
        List<Response> answers = unitOfWork.call(exchange.call(), unit -> {
            List<Response> all = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                Dispatcher.Admitted next = admitted.get(i);
                all.add(step(i, requests.get(i), () -> succeeded(dispatcher.answer(next))));
            }
            return all;
        });
        return Response.json(200, json.write(out -> {
            out.writeStartArray();
            answers.forEach(answer -> write(answer, out));
            out.writeEndArray();
        }));
    }

    private Dispatcher.Admitted admit(Request request) {
        Dispatcher.Admitted admitted = dispatcher.admit(request);
        Route route = admitted.route();
        if (!(route.endpoint() instanceof ServiceEndpoint) || route.path().equals(PATH)) {
            throw Errors.notPermitted("request", "It cannot be a part of a batch.", Map.of())
                    .toException();
        }
        return admitted;
    }

    private static Response succeeded(Response answer) {
        if (answer.status() >= 400) {
            throw new AnsweredException(answer);
        }
        return answer;
    }

    /** Does something of one request; a lost conflict is left to the unit of work, which may try again. */
    private <R> R step(int index, Request request, Supplier<R> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (e instanceof DovetailException known && known.kind() == ErrorKind.CONFLICT) {
                throw e;
            }
            throw new AnsweredException(failed(index, failures.answer(e, request)));
        }
    }

    private Response failed(int index, Response failure) {
        byte[] body = json.write(out -> {
            out.writeStartObject();
            out.writeStringProperty("title", "batch-failed");
            out.writeNumberProperty("status", failure.status());
            out.writeStringProperty("detail", "request " + index + " failed, so nothing of the batch was kept");
            out.writeNumberProperty("index", index);
            writeBody("failure", failure, out);
            out.writeEndObject();
        });
        Response answer = Response.of(failure.status(), "application/problem+json", body);
        for (Map.Entry<String, String> header : failure.headers()) {
            answer = isContentType(header) ? answer : answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static boolean isContentType(Map.Entry<String, String> header) {
        return header.getKey().equalsIgnoreCase("Content-Type");
    }

    private static void write(Response answer, JsonGenerator out) {
        out.writeStartObject();
        out.writeNumberProperty("status", answer.status());
        out.writeObjectPropertyStart("headers");
        answer.headers().forEach(header -> out.writeStringProperty(header.getKey(), header.getValue()));
        out.writeEndObject();
        writeBody("body", answer, out);
        out.writeEndObject();
    }

    private static void writeBody(String name, Response answer, JsonGenerator out) {
        if (answer.body().length == 0) {
            return;
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
        String type = MediaType.of(answer.header("Content-Type").orElse("")).name();
        out.writeName(name);
        if (type.equals(Response.JSON) || type.endsWith("+json")) {
            out.writeRawValue(text);
        } else {
            out.writeString(text);
        }
    }
}
