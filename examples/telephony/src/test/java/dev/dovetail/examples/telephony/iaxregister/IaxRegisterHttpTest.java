package dev.dovetail.examples.telephony.iaxregister;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class IaxRegisterHttpTest extends HttpTest {
    private static final String LIST = "/registers/iax";
    private static final String NO_PASSWORD =
            "Input Error - auth_username: ['Cannot set field \"auth_username\" if the field \"auth_password\" is not set']";
    private static final String NO_EXTENSION =
            "Input Error - callback_context: ['Cannot set field \"callback_context\" if the field \"callback_extension\""
                    + " is not set']";
    private static final String TOO_LONG =
            "Input Error - _schema: ['The sum of all fields is longer than maximum length 255']";

    private JsonNode register(Object... namesAndValues) {
        return api.post(LIST, Json.with(body("remote_host", "host"), namesAndValues))
                .created();
    }

    private static String path(JsonNode register) {
        return item("registers/iax", register);
    }

    @Covers({
        "register_iax/fields/auth_password",
        "register_iax/fields/auth_username",
        "register_iax/fields/callback_context",
        "register_iax/fields/callback_extension",
        "register_iax/fields/enabled",
        "register_iax/fields/id",
        "register_iax/fields/links",
        "register_iax/fields/remote_host",
        "register_iax/fields/remote_port",
        "register_iax/id",
        "register_iax/paths/collection",
        "register_iax/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                LIST,
                () -> body("remote_host", "host"),
                Field.string("auth_username")
                        .nullable()
                        .accepting("", "a?b")
                        .alongside("auth_password", "p")
                        .notMatching("a:b", "a/b", "a b"),
                Field.string("auth_password").nullable().accepting("", "a?b").notMatching("a:b", "a/b", "a b"),
                Field.string("remote_host").required().accepting("", "h").notMatching("a:b", "a/b", "a b", "a?b"),
                Field.integer("remote_port")
                        .nullable()
                        .between(0, 65535)
                        .showing(0, null)
                        .showing("0", null)
                        .showing(0.5, null),
                Field.string("callback_extension")
                        .nullable()
                        .accepting("", "1/:2")
                        .notMatching("a b", "a?b"),
                Field.string("callback_context")
                        .nullable()
                        .accepting("", "c d?")
                        .alongside("callback_extension", "1"),
                Field.bool("enabled").byDefault(true));
    }

    @Covers({"register_iax/list/filter/id", "register_iax/not_found", "register_iax/tenanted"})
    @Test
    void isSeenByEveryTenant() {
        JsonNode register = register();
        assertThat(register)
                .isEqualTo(body(
                        "id",
                        register.get("id"),
                        "auth_username",
                        null,
                        "auth_password",
                        null,
                        "remote_host",
                        "host",
                        "remote_port",
                        null,
                        "callback_extension",
                        null,
                        "callback_context",
                        null,
                        "enabled",
                        true,
                        "trunk",
                        null,
                        "links",
                        List.of(body("rel", "register_iax", "href", api.url(path(register))))));
        var other = node.client(tenants.sibling());
        assertThat(other.get(path(register)).found()).isEqualTo(register);
        assertThat(other.get(LIST + "?id=" + register.get("id")).items()).containsExactly(register);
        other.delete(path(register)).done();
        api.get(path(register))
                .refused(404, "Resource Not Found - IAXRegister was not found ('id': " + register.get("id") + ")");
    }

    @Covers({
        "register_iax/events/created",
        "register_iax/events/deleted",
        "register_iax/events/edited",
        "register_iax/reload/all",
        "register_iax/rules/create",
        "register_iax/rules/edit"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(register()));
        JsonNode data = body("id", made.get(0).get("id"));
        String path = path(made.get(0));
        String iax = reload("iax2 reload");
        assertThat(created).containsExactly(iax, event("register_iax_created", data));
        assertThat(node.heard(() -> api.put(path, body()).done()))
                .containsExactly(iax, event("register_iax_edited", data));
        assertThat(node.heard(() -> api.delete(path).done())).containsExactly(iax, event("register_iax_deleted", data));
    }

    @Covers({"register_iax/schema_rules/1", "register_iax/schema_rules/2", "register_iax/schema_rules/4"})
    @Test
    void needsAPasswordForANameAndAnExtensionForAContext() {
        api.post(LIST, body("remote_host", "h", "auth_username", "u", "callback_context", "c"))
                .refused(NO_PASSWORD, NO_EXTENSION);
        JsonNode register = register("auth_password", "p", "callback_extension", "1");
        api.put(path(register), body("auth_username", "u")).refused(NO_PASSWORD);
        api.put(path(register), body("callback_context", "c")).refused(NO_EXTENSION);
        api.put(path(register), body("auth_username", "u", "auth_password", "p"))
                .done();
        api.put(path(register), body("auth_password", null)).refused(NO_PASSWORD);
        api.put(path(register), body("callback_context", "c", "callback_extension", "2"))
                .done();
        api.put(path(register), body("callback_extension", null)).refused(NO_EXTENSION);
    }

    @Covers("register_iax/schema_rules/3")
    @Test
    void isNotLongerThanItsLineMayBe() {
        String user = "u".repeat(100);
        String rest = "h".repeat(255 - 100 - 2 - 1 - 5 - 2 - 2); // and :p @ :4569 /1 ?c
        JsonNode longest = body(
                "auth_username",
                user,
                "auth_password",
                "p",
                "remote_host",
                rest,
                "remote_port",
                4569,
                "callback_extension",
                "1",
                "callback_context",
                "c");
        JsonNode register = api.post(LIST, longest).created();
        api.post(LIST, Json.with(longest, "callback_context", "cc")).refused(TOO_LONG);
        api.put(path(register), Json.with(longest, "callback_context", "cc")).refused(TOO_LONG);
        api.put(path(register), body("remote_host", rest + "h")).refused(TOO_LONG);
        api.put(path(register), body("remote_host", "h".repeat(256))).refused(TOO_LONG);
    }
}
