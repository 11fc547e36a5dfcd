package dev.dovetail.examples.telephony.sipendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.testing.Accesses;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
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

    /** Names what most tests are run for. */
    enum Kind {
        ENDPOINT("endpoints/sip", "SIPEndpoint"),
        TEMPLATE("endpoints/sip/templates", "SIPEndpointTemplate");

        private final String collection;
        private final String name;

        Kind(String collection, String name) {
            this.collection = collection;
            this.name = name;
        }

        String list() {
            return "/" + collection;
        }

        String path(JsonNode of) {
            return item(collection, of);
        }

        String taken(String section) {
            return "Resource Error - " + name + " already exists ('name': '" + section + "')";
        }
    }

    private JsonNode made(Kind kind, Object... namesAndValues) {
        return api.post(kind.list(), body(namesAndValues)).created();
    }

    private JsonNode template(Object... namesAndValues) {
        return made(Kind.TEMPLATE, namesAndValues);
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

    @Test
    void tellsOfACreationAnEditAndADeletionOfAnEndpoint() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(made(
                Kind.ENDPOINT,
                "auth_section_options",
                pairs("username", "u", "password", "secret", "username", "v"),
                "registration_section_options",
                pairs("expiration", "1", "client_uri", "c"))));
        JsonNode endpoint = made.get(0);
        String path = Kind.ENDPOINT.path(endpoint);
        var edited = node.heard(() -> api.put(path, body("label", "new")).done());
        var unchanged = node.heard(() -> api.put(path, body()).done());
        var deleted = node.heard(() -> api.delete(path).done());

        JsonNode after = Json.with(endpoint, "label", "new");
        String reloads = reload(PJSIP, "dialplan reload");
        assertThat(created).containsExactly(event("sip_endpoint_created", tenant, data(endpoint)));
        assertThat(edited).containsExactly(reloads, event("sip_endpoint_edited", tenant, data(after)));
        assertThat(unchanged).isEqualTo(edited);
        assertThat(deleted).containsExactly(reloads, event("sip_endpoint_deleted", tenant, data(after)));
        doesNotKnow(Kind.ENDPOINT, Json.key(endpoint));
    }

    @Test
    void tellsOfACreationAnEditAndADeletionOfATemplate() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(template()));
        String path = Kind.TEMPLATE.path(made.get(0));
        var edited = node.heard(() -> api.put(path, body("label", "new")).done());
        var deleted = node.heard(() -> api.delete(path).done());

        String reloads = reload(PJSIP, "dialplan reload");
        assertThat(created).containsExactly(event("sip_endpoint_template_created", tenant, Map.of()));
        assertThat(edited).containsExactly(reloads, event("sip_endpoint_template_edited", tenant, Map.of()));
        assertThat(deleted).containsExactly(reloads, event("sip_endpoint_template_deleted", tenant, Map.of()));
        doesNotKnow(Kind.TEMPLATE, Json.key(made.get(0)));
    }

    private void doesNotKnow(Kind kind, String uuid) {
        String text = "Resource Not Found - " + kind.name + " was not found ('uuid': UUID('" + uuid + "'))";
        api.get(kind.list() + "/" + uuid).refused(404, text);
        api.put(kind.list() + "/" + uuid, body("name", 1)).refused(404, text);
        api.delete(kind.list() + "/" + uuid).refused(404, text);
    }

    @Test
    void keepsEndpointsAndTemplatesApart() {
        JsonNode endpoint = made(Kind.ENDPOINT);
        JsonNode template = template();
        doesNotKnow(Kind.ENDPOINT, Json.key(template));
        doesNotKnow(Kind.TEMPLATE, Json.key(endpoint));
        assertThat(api.get("/endpoints/sip").items()).containsExactly(endpoint);
        assertThat(api.get("/endpoints/sip/templates").items()).containsExactly(template);
        api.post("/endpoints/sip", body("templates", List.of(endpoint))).refused(noTemplate(Json.key(endpoint)));
    }

    // Rules

    @ParameterizedTest
    @EnumSource
    void checksTheRulesInTheirOrder(Kind kind) {
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

    private void refused(Kind kind, JsonNode object, ObjectNode body, String text) {
        api.post(kind.list(), body).refused(text);
        api.put(kind.path(object), body).refused(text);
    }

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

    @Test
    void looksForTemplatesInItsTenantOnCreationAndInAllThatItSeesOnEdit() {
        JsonNode below = api.in(tenants.child())
                .post("/endpoints/sip/templates", body("label", "below"))
                .created();
        JsonNode hidden = node.client(tenants.sibling())
                .post("/endpoints/sip/templates", body())
                .created();
        for (Kind kind : Kind.values()) {
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
        JsonNode endpoint = made(Kind.ENDPOINT, "templates", List.of(gone, kept));
        api.delete(Kind.TEMPLATE.path(gone)).done();

        JsonNode shown = api.get(Kind.ENDPOINT.path(endpoint)).found();
        assertThat(shown.get("templates")).isEqualTo(Json.of(List.of(body("uuid", kept.get("uuid"), "label", "kept"))));
        api.put(Kind.ENDPOINT.path(endpoint), body("label", "x")).done();
        api.put(Kind.ENDPOINT.path(endpoint), shown).done();
        api.get(Kind.ENDPOINT.path(endpoint) + "?view=merged").found();
    }

    @Test
    void refusesTemplatesThatIncludeThemselves() {
        JsonNode top = template();
        JsonNode middle = template("templates", List.of(top));
        JsonNode low = template("templates", List.of(template(), middle));
        String already =
                "Resource Error - Operation not permitted. SIPEndpointTemplate(%s) already include this template";

        api.put(Kind.TEMPLATE.path(top), body("templates", List.of(middle, top)))
                .refused("Resource Error - Operation not permitted. Cannot use itself as template");
        api.put(Kind.TEMPLATE.path(top), body("templates", List.of(middle)))
                .refused(already.formatted(Json.key(middle)));
        api.put(Kind.TEMPLATE.path(top), body("templates", List.of(low), "name", middle.get("name")))
                .refused(already.formatted(Json.key(middle)));
        api.put(Kind.TEMPLATE.path(middle), body("templates", List.of(low))).refused(already.formatted(Json.key(low)));
        api.put(Kind.TEMPLATE.path(low), body("templates", List.of(top, middle)))
                .done();
    }

    @Test
    void oneOfTwoTemplatesIncludesTheOther() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 20; round++) {
                List<JsonNode> pair = List.of(template(), template());
                List<Reply> replies = two.run(i ->
                        api.put(Kind.TEMPLATE.path(pair.get(i)), body("templates", List.of(pair.get(1 - i)))));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
            }
        }
    }

    @Test
    void takesANameOnceWhateverHasIt() {
        String transport = "transport-udp";
        for (Kind kind : Kind.values()) {
            JsonNode taken =
                    node.client(tenants.sibling()).post(kind.list(), body()).created();
            String section = taken.get("name").stringValue();
            for (Kind other : Kind.values()) {
                JsonNode object = made(other);
                refused(other, object, body("name", section), kind.taken(section));
                refused(
                        other,
                        object,
                        body("name", transport),
                        "Resource Error - Transport already exists ('name': '" + transport + "')");
                api.put(other.path(object), body("name", object.get("name"))).done();
            }
            node.client(tenants.sibling())
                    .put(kind.path(taken), body("name", "renamed" + next()))
                    .done();
            JsonNode heir = made(Kind.ENDPOINT, "name", section);
            api.delete(Kind.ENDPOINT.path(heir)).done();
            made(Kind.TEMPLATE, "name", section);
        }
    }

    @Test
    void oneOfTwoGetsANameWhateverItIsFor() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 100; round++) {
                String section = "race" + next();
                List<Reply> replies = two.run(
                        i -> api.post(i == 0 ? Kind.ENDPOINT.list() : Kind.TEMPLATE.list(), body("name", section)));
                int winner = replies.get(0).status() == 201 ? 0 : 1;
                replies.get(winner).created();
                replies.get(1 - winner).refused(Kind.values()[winner].taken(section));
            }
        }
    }

    @Test
    void oneOfTwoRenamedGetsAName() {
        List<JsonNode> both = List.of(made(Kind.ENDPOINT), made(Kind.ENDPOINT));
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 50; round++) {
                String section = "race" + next();
                List<Reply> replies = two.run(i -> api.put(Kind.ENDPOINT.path(both.get(i)), body("name", section)));
                int winner = replies.get(0).status() == 204 ? 0 : 1;
                replies.get(winner).done();
                replies.get(1 - winner).refused(Kind.ENDPOINT.taken(section));
            }
        }
    }

    // The merged view

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
                Kind.ENDPOINT,
                "templates",
                List.of(one, two),
                "endpoint_section_options",
                pairs("webrtc", "first", "acl", "own", "webrtc", "own"),
                "auth_section_options",
                pairs("username", "own"));
        String path = Kind.ENDPOINT.path(endpoint);

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
        assertThat(api.get(Kind.TEMPLATE.path(one) + "?view=merged").found()).isEqualTo(one);
        assertThat(api.get("/endpoints/sip?view=merged").items()).containsExactly(endpoint);
    }

    // Lists

    @ParameterizedTest
    @EnumSource
    void keepsToTheRulesOfAllLists(Kind kind) {
        Lists.of(api, kind.list(), () -> made(kind, "label", "label" + next())).checkInOrderOf("label");
    }

    @ParameterizedTest
    @EnumSource
    void searchesFiltersAndSorts(Kind kind) {
        JsonNode one = made(kind, "name", "zebra" + next(), "label", "Été", "asterisk_id", "b-42");
        JsonNode two = made(kind, "name", "apple" + next(), "label", "b", "aor_section_options", pairs("contact", "q"));
        JsonNode none = made(kind, "name", "m" + next(), "asterisk_id", "a-43");
        String list = kind.list() + "?";
        boolean template = kind == Kind.TEMPLATE;

        for (String found : List.of("ZEBRA", "ete", "B-4", "%C3%A9t%C3%A9", "b_4")) {
            assertThat(api.get(list + "search=" + found).items()).as(found).containsExactly(one);
        }
        assertThat(api.get(list + "search=contact").items()).isEmpty();
        assertThat(api.get(list + "search=" + Json.key(one)).items()).isEmpty();
        assertThat(api.get(list + "search=" + template).items()).hasSize(3);
        assertThat(api.get(list + "search=" + !template).items()).isEmpty();

        for (String filter : List.of(
                "name=" + one.get("name").stringValue(),
                "label=%C3%89t%C3%A9",
                "asterisk_id=b-42",
                "uuid=" + Json.key(one),
                "uuid=x,," + Json.key(one) + ",5")) {
            assertThat(api.get(list + filter).items()).as(filter).containsExactly(one);
        }
        for (String nothing : List.of("name=zebra", "label=ete", "uuid=x", "uuid=", "asterisk_id=b-4")) {
            assertThat(api.get(list + nothing).items()).as(nothing).isEmpty();
        }
        assertThat(api.get(list + "uuid=" + Json.key(one) + "," + Json.key(two) + "&label=b")
                        .items())
                .containsExactly(two);
        assertThat(api.get(list + "template=x&aor_section_options=x").items()).hasSize(3);

        assertThat(api.get(list + "").items()).endsWith(none);
        assertThat(api.get(list + "direction=desc").items()).startsWith(none);
        assertThat(api.get(list + "order=name").items()).containsExactly(two, none, one);
        assertThat(api.get(list + "order=asterisk_id").items()).containsExactly(none, one, two);
        assertThat(api.get(list + "order=template&direction=desc").items()).hasSize(3);
        api.get(list + "order=uuid").refused("Input Error - order: column 'uuid' was not found");
    }
}
