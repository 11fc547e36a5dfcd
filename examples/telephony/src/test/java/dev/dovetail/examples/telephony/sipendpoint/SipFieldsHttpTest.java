package dev.dovetail.examples.telephony.sipendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers("endpoint_sip/fields/name")
class SipFieldsHttpTest extends HttpTest {
    private static final String ENDPOINTS = "/endpoints/sip";
    private static final String TEMPLATES = "/endpoints/sip/templates";

    @Covers({
        "endpoint_sip/fields/aor_section_options",
        "endpoint_sip/fields/asterisk_id",
        "endpoint_sip/fields/auth_section_options",
        "endpoint_sip/fields/endpoint_section_options",
        "endpoint_sip/fields/identify_section_options",
        "endpoint_sip/fields/label",
        "endpoint_sip/fields/links",
        "endpoint_sip/fields/outbound_auth_section_options",
        "endpoint_sip/fields/registration_outbound_auth_section_options",
        "endpoint_sip/fields/registration_section_options",
        "endpoint_sip/fields/templates",
        "endpoint_sip/fields/tenant_uuid",
        "endpoint_sip/fields/transport",
        "endpoint_sip/fields/uuid",
        "endpoint_sip/id",
        "endpoint_sip/list/default_sort",
        "endpoint_sip/options_type/errors/1",
        "endpoint_sip/options_type/errors/2",
        "endpoint_sip/options_type/form",
        "endpoint_sip/paths/collection",
        "endpoint_sip/paths/item",
        "endpoint_sip/paths/template_collection",
        "endpoint_sip/paths/template_item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        JsonNode one = api.post(TEMPLATES, body("label", "one")).created();
        JsonNode two = api.post(TEMPLATES, body()).created();
        List<JsonNode> transports = api.get("/sip/transports?search=transport-").items();
        List<Field> fields = new ArrayList<>(List.of(
                Field.string("label").nullable().accepting("", "Été").maxLength(128),
                Field.string("asterisk_id").nullable().accepting("").maxLength(1024),
                templates(one, two),
                transport(transports.get(0), transports.get(1)),
                options("aor_section_options", "contact", "@custom"),
                options("auth_section_options", "username", "password"),
                options("endpoint_section_options", "100rel", "@custom"),
                options("identify_section_options", "match", "endpoint"),
                options("registration_section_options", "client_uri", "support_outbound"),
                options("registration_outbound_auth_section_options", "username", "realm"),
                options("outbound_auth_section_options", "username", "md5_cred")));
        return Stream.of(ENDPOINTS, TEMPLATES)
                .map(path -> DynamicContainer.dynamicContainer(
                        path, FieldTests.of(api, path, () -> body(), fields.toArray(Field[]::new))));
    }

    private static Field options(String name, String key, String other) {
        Field field = Field.any(name)
                .byDefault(List.of())
                .accepting(
                        List.of(),
                        List.of(List.of(key, "b"), List.of(other, "Été 'q'"), List.of(key, "c")),
                        List.of(List.of(key, "x".repeat(4092))),
                        Collections.nCopies(512, List.of(key, "a")))
                .refusing(Collections.nCopies(513, List.of(key, "a")), "Longer than maximum length 512.")
                .refusingAs(List.of("ab"), "{0: ['Not a valid list.']}")
                .refusingAs(List.of(List.of()), "{0: ['Length must be between 2 and 2.']}")
                .refusingAs(List.of(List.of("a")), "{0: ['Length must be between 2 and 2.']}")
                .refusingAs(
                        List.of(List.of(key, "b"), List.of("a", "b", "c")), "{1: ['Length must be between 2 and 2.']}")
                .refusingAs(List.of(List.of(key, "")), "{0: {1: ['Length must be between 1 and 4092.']}}")
                .refusingAs(List.of(List.of("", "a")), "{0: {0: ['Length must be between 1 and 4092.']}}")
                .refusingAs(List.of(List.of(key, "x".repeat(4093))), "{0: {1: ['Length must be between 1 and 4092.']}}")
                .refusingAs(List.of(List.of(key, 1)), "{0: {1: ['Not a valid string.']}}")
                .refusingAs(List.of(Arrays.asList(key, null)), "{0: {1: ['Field may not be null.']}}")
                .refusingAs(Arrays.asList((Object) null), "{0: ['Field may not be null.']}");
        return field.refusingAll("Not a valid list.", "x", 1, true, body("a", "b"));
    }

    private static Field templates(JsonNode one, JsonNode two) {
        List<JsonNode> shown =
                List.of(body("uuid", two.get("uuid"), "label", null), body("uuid", one.get("uuid"), "label", "one"));
        return Field.any("templates")
                .byDefault(List.of())
                .accepting(List.of(), shown)
                .showing(List.of(two, body("uuid", one.get("uuid"), "label", 5)), shown)
                .refusingAll("Invalid type.", "x", 1, body("uuid", "x"))
                .refusingAs(List.of("x"), "{0: {'_schema': ['Invalid input type.']}}")
                .refusingAs(
                        List.of(one, body(), body("uuid", "x"), body("uuid", null), body("uuid", 1)),
                        "{1: {'uuid': ['Missing data for required field.']}, 2: {'uuid': ['Not a valid UUID.']},"
                                + " 3: {'uuid': ['Field may not be null.']}, 4: {'uuid': ['Not a valid UUID.']}}");
    }

    private static Field transport(JsonNode one, JsonNode two) {
        return Field.any("transport")
                .nullable()
                .accepting(body("uuid", one.get("uuid")))
                .showing(two, body("uuid", two.get("uuid")))
                .refusingAs("x", "{'_schema': ['Invalid input type.']}")
                .refusingAs(List.of(one), "{'_schema': ['Invalid input type.']}")
                .refusingAs(body(), "{'uuid': ['Missing data for required field.']}")
                .refusingAs(body("uuid", null), "{'uuid': ['Field may not be null.']}")
                .refusingAs(body("uuid", "x"), "{'uuid': ['Not a valid UUID.']}");
    }

    @Covers({
        "endpoint_sip/section_name_errors/1",
        "endpoint_sip/section_name_errors/2",
        "endpoint_sip/section_name_errors/3",
        "endpoint_sip/section_name_errors/4",
        "endpoint_sip/section_name_note"
    })
    @ParameterizedTest
    @ValueSource(strings = {ENDPOINTS, TEMPLATES})
    void takesNamesOfSections(String path) {
        String refusal = "Input Error - name: ['%s']";
        JsonNode stored = api.post(path, body()).created();
        String longest = "A-z_0." + "x".repeat(60) + next();
        for (String name : List.of("n" + next(), longest + "x".repeat(79 - longest.length()), "Global" + next())) {
            JsonNode created = api.post(path, body("name", name)).created();
            assertThat(created.get("name").stringValue()).isEqualTo(name);
            api.put(path + "/" + Json.key(created), body("name", name)).done();
            api.put(path + "/" + Json.key(created), body("name", "new" + next()))
                    .done();
        }
        refuses(path, stored, "", refusal.formatted("Shorter than minimum length 1"));
        refuses(path, stored, "x".repeat(80), refusal.formatted("Longer than maximum length 79"));
        refuses(path, stored, "global", refusal.formatted("Reserved Asterisk section name"));
        refuses(path, stored, "system", refusal.formatted("Reserved Asterisk section name"));
        for (String invalid : List.of(" ", "a b", "é", "a\n", "a/b", "a@b")) {
            refuses(path, stored, invalid, refusal.formatted("Not a valid Asterisk section name"));
        }
        refuses(path, stored, 5, refusal.formatted("Not a valid string."));
        refuses(path, stored, null, refusal.formatted("Field may not be null."));
    }

    private void refuses(String path, JsonNode stored, Object name, String text) {
        api.post(path, body("name", name)).refused(text);
        api.put(path + "/" + Json.key(stored), body("name", name)).refused(text);
    }

    private static ObjectNode fresh(JsonNode created, String rel, String href) {
        ObjectNode fresh = body(
                "uuid", created.get("uuid"),
                "tenant_uuid", created.get("tenant_uuid"),
                "name", created.get("name"),
                "label", null,
                "templates", List.of(),
                "transport", null,
                "asterisk_id", null,
                "links", List.of(body("rel", rel, "href", href)));
        for (String section : List.of(
                "aor", "auth", "endpoint", "identify", "registration", "registration_outbound_auth", "outbound_auth")) {
            fresh.putArray(section + "_section_options");
        }
        return fresh;
    }

    @Test
    void showsEveryFieldOfANewEndpoint() {
        Reply reply = api.post(ENDPOINTS, body());
        JsonNode created = reply.created();
        String url = api.url(ENDPOINTS + "/" + Json.key(created));
        assertThat(created).isEqualTo(Json.with(fresh(created, "endpoint_sip", url), "trunk", null, "line", null));
        assertThat(created.get("name").stringValue()).matches("[a-z0-9]{8}");
        assertThat(created.get("tenant_uuid").stringValue()).isEqualTo(tenant.toString());
        assertThat(reply.header("location")).isEqualTo(url);
        assertThat(api.get(ENDPOINTS + "/" + Json.key(created)).found()).isEqualTo(created);
        assertThat(api.get("/tenants").items()).hasSize(1);
    }

    /** Clients know the location of a template as that of an endpoint. */
    @Covers("endpoint_sip/location_header")
    @Test
    void showsEveryFieldOfANewTemplateAndTellsALocationThatIsNotItsOwn() {
        Reply reply = api.post(TEMPLATES, body());
        JsonNode created = reply.created();
        String url = api.url(TEMPLATES + "/" + Json.key(created));
        assertThat(created).isEqualTo(fresh(created, "endpoint_sip_templates", url));
        assertThat(created.get("name").stringValue()).matches("[a-z0-9]{8}");
        assertThat(reply.header("location")).isEqualTo(api.url(ENDPOINTS + "/" + Json.key(created)));
        assertThat(reply.response().headers().allValues("location")).hasSize(1);
        assertThat(api.get(TEMPLATES + "/" + Json.key(created)).found()).isEqualTo(created);
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDPOINTS, TEMPLATES})
    void ignoresReadOnlyAndUnknownFieldsAndTakesBackWhatItShows(String path) {
        ObjectNode ignored =
                body("uuid", "x", "tenant_uuid", 1, "links", "x", "trunk", 1, "line", 1, "template", 5, "x", List.of());
        JsonNode template = api.post(TEMPLATES, body("label", "t")).created();
        JsonNode created = api.post(
                        path,
                        Json.with(
                                ignored,
                                "templates",
                                List.of(template),
                                "aor_section_options",
                                List.of(List.of("contact", "a"))))
                .created();
        String item = path + "/" + Json.key(created);
        api.put(item, ignored).done();
        api.put(item, created).done();
        assertThat(api.get(item).found()).isEqualTo(created);
        assertThat(api.get(path + "?label=").items()).isEmpty();
    }

    @Test
    void tellsAllFaultsAtOnceInTheOrderOfTheFields() {
        api.post(
                        ENDPOINTS,
                        body(
                                "transport",
                                body(),
                                "templates",
                                1,
                                "outbound_auth_section_options",
                                List.of(List.of("a")),
                                "name",
                                "",
                                "label",
                                1))
                .refused(
                        "Input Error - name: ['Shorter than minimum length 1']",
                        "Input Error - label: ['Not a valid string.']",
                        "Input Error - outbound_auth_section_options: {0: ['Length must be between 2 and 2.']}",
                        "Input Error - templates: ['Invalid type.']",
                        "Input Error - transport: {'uuid': ['Missing data for required field.']}");
    }
}
