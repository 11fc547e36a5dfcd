package dev.dovetail.examples.telephony.sipendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Accesses;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SipEndpointHttpTest extends HttpTest {
    private static final String PJSIP = "module reload res_pjsip.so";
    private static final String NO_TRANSPORT =
            "Input Error - field 'transport': SIPTransport was not found ('uuid': UUID('" + Accesses.UUID + "'))";
    private static final String AOR_KEYS = "contact, default_expiration, mailboxes, voicemail_extension,"
            + " maximum_expiration, max_contacts, minimum_expiration, remove_existing, qualify_frequency,"
            + " qualify_timeout, authenticate_qualify, outbound_proxy, support_path";
    private static final String AUTH_KEYS = "auth_type, nonce_lifetime, md5_cred, password, realm, username";

    private JsonNode made(SipKind kind, Object... namesAndValues) {
        return api.post(kind.list(), body(namesAndValues)).created();
    }

    private JsonNode template(Object... namesAndValues) {
        return made(SipKind.TEMPLATE, namesAndValues);
    }

    private static String noTemplate(String uuid) {
        return "Input Error - field 'templates': endpoint_sip was not found ('templates': OrderedDict([('uuid', UUID('"
                + uuid + "'))]))";
    }

    private static List<List<String>> pairs(String... keysAndValues) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.add(List.of(keysAndValues[i], keysAndValues[i + 1]));
        }
        return pairs;
    }

    private static ObjectNode data(JsonNode endpoint) {
        return body(
                "uuid", endpoint.get("uuid"),
                "tenant_uuid", endpoint.get("tenant_uuid"),
                "name", endpoint.get("name"),
                "label", endpoint.get("label"),
                "auth_section_options", pairs("username", "u", "username", "v"),
                "registration_section_options", pairs("client_uri", "c"),
                "trunk", null,
                "line", null);
    }

    @Covers({
        "endpoint_sip/events/created",
        "endpoint_sip/events/deleted",
        "endpoint_sip/events/edited",
        "endpoint_sip/not_found",
        "endpoint_sip/reload/create",
        "endpoint_sip/reload/delete",
        "endpoint_sip/reload/edit"
    })
    @Test
    void tellsOfACreationAnEditAndADeletionOfAnEndpoint() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(made(
                SipKind.ENDPOINT,
                "auth_section_options",
                pairs("username", "u", "password", "secret", "username", "v"),
                "registration_section_options",
                pairs("expiration", "1", "client_uri", "c"))));
        JsonNode endpoint = made.get(0);
        String path = SipKind.ENDPOINT.path(endpoint);
        var edited = node.heard(() -> api.put(path, body("label", "new")).done());
        var unchanged = node.heard(() -> api.put(path, body()).done());
        var deleted = node.heard(() -> api.delete(path).done());

        JsonNode after = Json.with(endpoint, "label", "new");
        String reloads = reload(PJSIP, "dialplan reload");
        assertThat(created).containsExactly(event("sip_endpoint_created", tenant, data(endpoint)));
        assertThat(edited).containsExactly(reloads, event("sip_endpoint_edited", tenant, data(after)));
        assertThat(unchanged).isEqualTo(edited);
        assertThat(deleted).containsExactly(reloads, event("sip_endpoint_deleted", tenant, data(after)));
        doesNotKnow(SipKind.ENDPOINT, Json.key(endpoint));
    }

    @Covers({
        "endpoint_sip/events/template_created",
        "endpoint_sip/events/template_deleted",
        "endpoint_sip/events/template_edited"
    })
    @Test
    void tellsOfACreationAnEditAndADeletionOfATemplate() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(template()));
        String path = SipKind.TEMPLATE.path(made.get(0));
        var edited = node.heard(() -> api.put(path, body("label", "new")).done());
        var deleted = node.heard(() -> api.delete(path).done());

        String reloads = reload(PJSIP, "dialplan reload");
        assertThat(created).containsExactly(event("sip_endpoint_template_created", tenant, Map.of()));
        assertThat(edited).containsExactly(reloads, event("sip_endpoint_template_edited", tenant, Map.of()));
        assertThat(deleted).containsExactly(reloads, event("sip_endpoint_template_deleted", tenant, Map.of()));
        doesNotKnow(SipKind.TEMPLATE, Json.key(made.get(0)));
    }

    private void doesNotKnow(SipKind kind, String uuid) {
        String text = "Resource Not Found - " + kind.text() + " was not found ('uuid': UUID('" + uuid + "'))";
        api.get(kind.list() + "/" + uuid).refused(404, text);
        api.put(kind.list() + "/" + uuid, body("name", 1)).refused(404, text);
        api.delete(kind.list() + "/" + uuid).refused(404, text);
    }

    @Covers("endpoint_sip/separation")
    @Test
    void keepsEndpointsAndTemplatesApart() {
        JsonNode endpoint = made(SipKind.ENDPOINT);
        JsonNode template = template();
        doesNotKnow(SipKind.ENDPOINT, Json.key(template));
        doesNotKnow(SipKind.TEMPLATE, Json.key(endpoint));
        assertThat(api.get("/endpoints/sip").items()).containsExactly(endpoint);
        assertThat(api.get("/endpoints/sip/templates").items()).containsExactly(template);
        api.post("/endpoints/sip", body("templates", List.of(endpoint))).refused(noTemplate(Json.key(endpoint)));
    }

    // Rules

    @Covers({
        "endpoint_sip/known_keys/aor",
        "endpoint_sip/known_keys/auth",
        "endpoint_sip/rules/create_in_order/1",
        "endpoint_sip/rules/create_in_order/2",
        "endpoint_sip/rules/create_in_order/4",
        "endpoint_sip/rules/edit_in_order/4"
    })
    @ParameterizedTest
    @EnumSource
    void checksTheRulesInTheirOrder(SipKind kind) {
        JsonNode taken = made(kind);
        JsonNode known = template();
        JsonNode object = made(kind, "label", "kept");
        String section = taken.get("name").stringValue();
        ObjectNode wrong = body(
                "templates", List.of(known, body("uuid", Accesses.UUID)),
                "transport", body("uuid", Accesses.UUID),
                "name", section,
                "aor_section_options", pairs("contact", "a", "@mine", "b", "wrong", "c", "worse", "d"),
                "auth_section_options", pairs("@mine", "b"));
        assertThat(node.heard(() -> {
                    refused(kind, object, wrong, noTemplate(Accesses.UUID));
                    wrong.remove("templates");
                    refused(kind, object, wrong, NO_TRANSPORT);
                    wrong.remove("transport");
                    refused(kind, object, wrong, kind.taken(section));
                    wrong.remove("name");
                    refused(
                            kind,
                            object,
                            wrong,
                            "Input Error - 'aor_section_options: invalid variable (wrong)' must be one of (" + AOR_KEYS
                                    + ")");
                    wrong.remove("aor_section_options");
                    refused(
                            kind,
                            object,
                            wrong,
                            "Input Error - 'auth_section_options: invalid variable (@mine)' must be one of ("
                                    + AUTH_KEYS + ")");
                }))
                .isEmpty();
        assertThat(api.get(kind.path(object)).found()).isEqualTo(object);
    }

    private void refused(SipKind kind, JsonNode object, ObjectNode body, String text) {
        api.post(kind.list(), body).refused(text);
        api.put(kind.path(object), body).refused(text);
    }

    @Covers({
        "endpoint_sip/known_keys/custom",
        "endpoint_sip/known_keys/note",
        "endpoint_sip/known_keys/registration_outbound_auth_outbound_auth"
    })
    @Test
    void knowsTheKeysOfEachSection() {
        Map<String, String> lastKeys = Map.of(
                "endpoint", "ignore_183_without_sdp)",
                "identify", "(match, endpoint, srv_lookups, match_header)",
                "registration",
                        "retry_interval, server_uri, forbidden_retry_interval, fatal_retry_interval, line,"
                                + " server_uri, transport, support_path, support_outbound)",
                "registration_outbound_auth", "(" + AUTH_KEYS + ")",
                "outbound_auth", "(" + AUTH_KEYS + ")");
        lastKeys.forEach((section, keys) -> {
            String field = section + "_section_options";
            Reply reply = api.post("/endpoints/sip", body(field, pairs("nothing", "a")));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body())
                    .startsWith("[\"Input Error - '" + field + ": invalid variable (nothing)' must be one of (")
                    .endsWith(keys + "\"]\n");
            int status =
                    api.post("/endpoints/sip", body(field, pairs("@a", "b"))).status();
            assertThat(status).as(section).isEqualTo(section.equals("endpoint") ? 201 : 400);
        });
    }

    @Covers("endpoint_sip/rules/edit_in_order/1")
    @Test
    void looksForTemplatesInItsTenantOnCreationAndInAllThatItSeesOnEdit() {
        JsonNode below = api.in(tenants.child())
                .post("/endpoints/sip/templates", body("label", "below"))
                .created();
        JsonNode hidden = node.client(tenants.sibling())
                .post("/endpoints/sip/templates", body())
                .created();
        for (SipKind kind : SipKind.values()) {
            JsonNode object = made(kind);
            api.post(kind.list(), body("templates", List.of(below))).refused(noTemplate(Json.key(below)));
            api.put(kind.path(object), body("templates", List.of(hidden))).refused(noTemplate(Json.key(hidden)));
            api.put(kind.path(object), body("templates", List.of(below))).done();
            assertThat(api.get(kind.path(object))
                            .found()
                            .get("templates")
                            .get(0)
                            .get("label"))
                    .isEqualTo(Json.of("below"));
        }
    }

    @Test
    void forgetsADeletedTemplate() {
        JsonNode kept = template("label", "kept");
        JsonNode gone = template();
        JsonNode endpoint = made(SipKind.ENDPOINT, "templates", List.of(gone, kept));
        api.delete(SipKind.TEMPLATE.path(gone)).done();

        JsonNode shown = api.get(SipKind.ENDPOINT.path(endpoint)).found();
        assertThat(shown.get("templates")).isEqualTo(Json.of(List.of(body("uuid", kept.get("uuid"), "label", "kept"))));
        api.put(SipKind.ENDPOINT.path(endpoint), body("label", "x")).done();
        api.put(SipKind.ENDPOINT.path(endpoint), shown).done();
        api.get(SipKind.ENDPOINT.path(endpoint) + "?view=merged").found();
    }

    @Covers({"endpoint_sip/rules/edit_in_order/2", "endpoint_sip/rules/edit_in_order/3"})
    @Test
    void refusesTemplatesThatIncludeThemselves() {
        JsonNode top = template();
        JsonNode middle = template("templates", List.of(top));
        JsonNode low = template("templates", List.of(template(), middle));
        String already =
                "Resource Error - Operation not permitted. SIPEndpointTemplate(%s) already include this template";

        api.put(SipKind.TEMPLATE.path(top), body("templates", List.of(middle, top)))
                .refused("Resource Error - Operation not permitted. Cannot use itself as template");
        api.put(SipKind.TEMPLATE.path(top), body("templates", List.of(middle)))
                .refused(already.formatted(Json.key(middle)));
        api.put(SipKind.TEMPLATE.path(top), body("templates", List.of(low), "name", middle.get("name")))
                .refused(already.formatted(Json.key(middle)));
        api.put(SipKind.TEMPLATE.path(middle), body("templates", List.of(low)))
                .refused(already.formatted(Json.key(low)));
        api.put(SipKind.TEMPLATE.path(low), body("templates", List.of(top, middle)))
                .done();
    }

    // The merged view

    @Covers({"endpoint_sip/views/merged", "endpoint_sip/views/other", "endpoint_sip/views/parameter"})
    @Test
    void mergesOptionsWithThoseOfTemplates() {
        JsonNode base = template(
                "endpoint_section_options", pairs("allow", "base", "context", "base", "language", "base"),
                "aor_section_options", pairs("contact", "base"));
        JsonNode one = template(
                "templates", List.of(base), "endpoint_section_options", pairs("context", "one", "allow", "one"));
        JsonNode two = template(
                "templates", List.of(base), "endpoint_section_options", pairs("webrtc", "two", "context", "two"));
        JsonNode endpoint = made(
                SipKind.ENDPOINT,
                "templates",
                List.of(one, two),
                "endpoint_section_options",
                pairs("webrtc", "first", "acl", "own", "webrtc", "own"),
                "auth_section_options",
                pairs("username", "own"));
        String path = SipKind.ENDPOINT.path(endpoint);

        assertThat(api.get(path + "?view=merged").found())
                .isEqualTo(Json.with(
                        endpoint,
                        "endpoint_section_options",
                        pairs("allow", "base", "context", "two", "language", "base", "webrtc", "own", "acl", "own"),
                        "aor_section_options",
                        pairs("contact", "base")));
        assertThat(api.get(path).found()).isEqualTo(endpoint);
        for (String other : List.of("", "Merged", "x")) {
            api.get(path + "?view=" + other).refused("Input Error - view: ['Must be one of: merged.']");
        }
        api.get("/endpoints/sip/" + Accesses.UUID + "?view=merged")
                .refused(404, "Resource Not Found - SIPEndpoint was not found ('uuid': UUID('" + Accesses.UUID + "'))");
        assertThat(api.get(SipKind.TEMPLATE.path(one) + "?view=merged").found()).isEqualTo(one);
        assertThat(api.get("/endpoints/sip?view=merged").items()).containsExactly(endpoint);
    }
}
