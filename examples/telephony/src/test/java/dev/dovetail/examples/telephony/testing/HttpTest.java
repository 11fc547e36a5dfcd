package dev.dovetail.examples.telephony.testing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Has a server on each database; each test works in a family of tenants of its own. */
@ParameterizedClass(name = "{0}")
@EnumSource(Node.class)
public abstract class HttpTest {
    private static final AtomicInteger COUNT = new AtomicInteger(10_000);

    @Parameter
    protected Node node;

    protected Tenants tenants;
    protected UUID tenant;
    protected Client api;

    @BeforeEach
    void join() {
        tenants = node.family();
        tenant = tenants.own();
        api = node.client(tenant);
    }

    /** Returns a number that is given once. */
    protected static int next() {
        return COUNT.incrementAndGet();
    }

    protected static ObjectNode body(Object... namesAndValues) {
        return Json.body(namesAndValues);
    }

    protected static String item(String collection, JsonNode of) {
        return "/" + collection + "/" + Json.key(of);
    }

    protected JsonNode context(Object... namesAndValues) {
        return context(api, namesAndValues);
    }

    protected static JsonNode context(Client by, Object... namesAndValues) {
        return by.post("/contexts", Json.with(body("label", "context"), namesAndValues))
                .created();
    }

    protected JsonNode user(Object... namesAndValues) {
        return user(api, namesAndValues);
    }

    protected static JsonNode user(Client by, Object... namesAndValues) {
        return by.post("/users", Json.with(body("firstname", "Ann"), namesAndValues))
                .created();
    }

    /** Returns a new voicemail in a context. */
    protected JsonNode voicemail(JsonNode context, Object... namesAndValues) {
        return api.post("/voicemails", Json.with(voicemailBody(context), namesAndValues))
                .created();
    }

    /** Returns a new extension in a context. */
    protected JsonNode extension(JsonNode context, Object... namesAndValues) {
        return api.post("/extensions", Json.with(extensionBody(context), namesAndValues))
                .created();
    }

    /** Returns what is needed to create an extension. */
    protected static ObjectNode extensionBody(JsonNode context) {
        return body("exten", String.valueOf(next()), "context", context.get("name"));
    }

    /** Returns what is needed to create a voicemail. */
    protected static ObjectNode voicemailBody(JsonNode context) {
        return body("name", "box", "number", String.valueOf(next()), "context", context.get("name"));
    }
}
