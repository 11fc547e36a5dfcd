package dev.dovetail.examples.telephony.line;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.names;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.LineKit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A line created along with an endpoint and extensions. */
class LineCompoundHttpTest extends HttpTest {
    private LineKit lines;
    private JsonNode context;
    private String contextName;

    @BeforeEach
    void objects() {
        lines = new LineKit(api);
        context = lines.context();
        contextName = context.get("name").stringValue();
    }

    private static ObjectNode custom() {
        return body("interface", "custom/" + next());
    }

    private JsonNode post(Object... namesAndValues) {
        return api.post("/lines", LineKit.body(context, namesAndValues)).created();
    }

    private void refused(ObjectNode body, String... texts) {
        int endpoints = total("/endpoints/sip") + total("/endpoints/custom");
        int before = total("/lines") + total("/extensions");
        assertThat(node.heard(() -> api.post("/lines", body).refused(texts))).isEmpty();
        assertThat(total("/lines") + total("/extensions")).isEqualTo(before);
        assertThat(total("/endpoints/sip") + total("/endpoints/custom")).isEqualTo(endpoints);
    }

    private int total(String collection) {
        return api.get(collection).found().get("total").intValue();
    }

    @Covers({"line/compound_create/keys", "line/compound_create/order", "line/post_response"})
    @Test
    void createsASipEndpointAndExtensionsAndShowsThemInFull() {
        String exten = "" + next();
        var made = new ArrayList<JsonNode>();
        var heard = node.heard(() -> made.add(post(
                "endpoint_sip",
                body("label", "phone", "auth_section_options", List.of(List.of("username", "u"))),
                "caller_id_name",
                "Ann",
                "extensions",
                List.of(body("exten", exten)))));
        JsonNode answer = made.get(0);
        JsonNode now = lines.now(answer);
        assertThat(names(heard))
                .containsExactly(
                        "POST",
                        "line_created",
                        "sip_endpoint_created",
                        "line_endpoint_sip_associated",
                        "extension_created",
                        "line_extension_associated");
        assertThat(heard)
                .contains(reload(
                        "module reload res_pjsip.so",
                        "dialplan reload",
                        "module reload chan_sccp.so",
                        "module reload app_queue.so"))
                .contains(event(
                        "line_created",
                        tenant,
                        body("id", answer.get("id"), "protocol", null, "name", null, "tenant_uuid", tenant)));

        JsonNode endpoint = lines.endpoint(now);
        List<String> rest = List.of("line", "endpoint_section_options");
        assertThat(Json.without(answer.get("endpoint_sip"), rest.toArray(String[]::new)))
                .isEqualTo(Json.without(endpoint, rest.toArray(String[]::new)));
        JsonNode extension = api.get("/extensions").items().get(0);
        assertThat(extension.get("exten").stringValue()).isEqualTo(exten);
        assertThat(answer.get("extensions").get(0)).isEqualTo(Json.with(extension, "lines", List.of()));
        assertThat(extension.get("lines"))
                .containsExactly(body("id", now.get("id"), "name", endpoint.get("name"), "links", now.get("links")));

        String[] embedded = {"endpoint_sip", "extensions"};
        assertThat(Json.without(answer, embedded)).isEqualTo(Json.without(now, embedded));
        assertThat(now.get("name")).isEqualTo(endpoint.get("name"));
        assertThat(now.get("protocol").stringValue()).isEqualTo("sip");
        assertThat(now.get("caller_id_name").stringValue()).isEqualTo("Ann");
        assertThat(now.get("endpoint_sip"))
                .isEqualTo(body(
                        "uuid",
                        endpoint.get("uuid"),
                        "label",
                        "phone",
                        "name",
                        endpoint.get("name"),
                        "auth_section_options",
                        List.of(List.of("username", "u")),
                        "links",
                        endpoint.get("links")));
        assertThat(now.get("extensions"))
                .containsExactly(body(
                        "id",
                        extension.get("id"),
                        "exten",
                        exten,
                        "context",
                        contextName,
                        "links",
                        extension.get("links")));
    }

    @Test
    void createsACustomEndpointAndShowsItInFull() {
        ObjectNode custom = custom();
        var made = new ArrayList<JsonNode>();
        var heard = node.heard(() -> made.add(post("endpoint_custom", custom)));
        JsonNode answer = made.get(0);
        JsonNode now = lines.now(answer);
        assertThat(names(heard))
                .containsExactly("POST", "line_created", "custom_endpoint_created", "line_endpoint_custom_associated");
        JsonNode endpoint = api.get("/endpoints/custom").items().get(0);
        assertThat(Json.without(answer.get("endpoint_custom"), "line")).isEqualTo(Json.without(endpoint, "line"));
        assertThat(now.get("endpoint_custom"))
                .isEqualTo(body(
                        "id",
                        endpoint.get("id"),
                        "interface",
                        custom.get("interface"),
                        "links",
                        endpoint.get("links")));
        assertThat(now.get("name")).isEqualTo(custom.get("interface"));
        assertThat(now.get("protocol").stringValue()).isEqualTo("custom");
        assertThat(endpoint.get("line")).isEqualTo(body("id", now.get("id"), "links", now.get("links")));
    }

    @Covers("line/compound_create/context_propagation")
    @Test
    void givesItsContextToWhatHasNone() {
        JsonNode line = lines.sip(context);
        assertThat(lines.option(line, "context")).isEqualTo(contextName);
        List<List<String>> own = List.of(List.of("context", "mine"), List.of("callerid", "x"));
        JsonNode other = lines.bare(context, "endpoint_sip", body("endpoint_section_options", own));
        assertThat(lines.endpoint(other).get("endpoint_section_options")).isEqualTo(Json.of(own));
        JsonNode more =
                lines.bare(context, "endpoint_sip", body("endpoint_section_options", List.of(List.of("allow", "all"))));
        assertThat(lines.endpoint(more).get("endpoint_section_options"))
                .isEqualTo(Json.of(List.of(List.of("allow", "all"), List.of("context", contextName))));

        JsonNode elsewhere = lines.context();
        JsonNode moved =
                lines.sip(context, "extensions", List.of(body("exten", "" + next(), "context", elsewhere.get("name"))));
        assertThat(moved.get("context")).isEqualTo(elsewhere.get("name"));
        assertThat(lines.option(moved, "context")).isEqualTo(contextName);
    }

    @Covers("line/compound_create/empty")
    @Test
    void takesNullAndAnEmptySccpEndpointForNone() {
        JsonNode line = post("endpoint_sip", null, "endpoint_custom", null, "endpoint_sccp", body());
        assertThat(line.get("protocol").isNull()).isTrue();
        assertThat(post("endpoint_sip", body(), "endpoint_sccp", body())
                        .get("protocol")
                        .stringValue())
                .isEqualTo("sip");
        assertThat(post("endpoint_sip", body(), "extensions", List.of()).get("extensions"))
                .isEmpty();
        refused(LineKit.body(context, "extensions", null), "Input Error - extensions: ['Field may not be null.']");
    }

    @Covers("line/compound_create/two_endpoints")
    @Test
    void refusesTwoEndpoints() {
        String text = "Input Error - _schema: ['Only one endpoint should be configured on a line']";
        refused(LineKit.body(context, "endpoint_sip", body(), "endpoint_custom", custom()), text);
        refused(LineKit.body(context, "endpoint_sip", body(), "endpoint_sccp", body("options", List.of())), text);
        refused(LineKit.body(context, "endpoint_custom", custom(), "endpoint_sccp", body("options", List.of())), text);
    }

    @Covers("line/compound_create/ambiguous_caller_id")
    @Test
    void refusesACallerIdThatIsGivenTwice() {
        ObjectNode endpoint = body("endpoint_section_options", List.of(List.of("callerid", "\"Bob\" <1>")));
        refused(
                LineKit.body(context, "endpoint_sip", endpoint, "caller_id_name", "Ann"),
                "Input Error - _schema: ['Ambiguous caller ID: line.caller_id_name = Ann"
                        + " endpoint_sip.endpoint_section_options[\"callerid\"] = \"Bob\" <1>']");
        refused(
                LineKit.body(
                        context,
                        "endpoint_sccp",
                        body("options", List.of(List.of("cid_name", "Bob"))),
                        "caller_id_name",
                        "Ann"),
                "Input Error - _schema: ['Ambiguous caller ID: line.caller_id_name = Ann"
                        + " endpoint_sccp.options[\"cid_name\"] = Bob']");
        JsonNode line = post("endpoint_sip", endpoint);
        assertThat(line.get("caller_id_name").stringValue()).isEqualTo("Bob");
        assertThat(line.get("caller_id_num").stringValue()).isEqualTo("1");
    }

    @Test
    void tellsWhatIsWrongUnderTheKeyOfTheChild() {
        refused(
                LineKit.body(
                        context,
                        "position",
                        0,
                        "endpoint_sip",
                        body("label", 1, "name", "a b"),
                        "extensions",
                        List.of(body("exten", 1), body("exten", "1", "enabled", "x"))),
                "Input Error - position: ['Must be greater than or equal to 1.']",
                "Input Error - endpoint_sip: {'name': ['Not a valid Asterisk section name'],"
                        + " 'label': ['Not a valid string.']}",
                "Input Error - extensions: {0: {'exten': ['Not a valid string.']},"
                        + " 1: {'enabled': ['Not a valid boolean.']}}");
        refused(
                LineKit.body(context, "endpoint_custom", body("interface", "a b")),
                "Input Error - endpoint_custom: {'interface': ['String does not match expected pattern.']}");
        refused(
                LineKit.body(context, "endpoint_custom", body()),
                "Input Error - endpoint_custom: {'interface': ['Missing data for required field.']}");
        refused(
                LineKit.body(context, "endpoint_sip", 1),
                "Input Error - endpoint_sip: {'_schema': ['Invalid input type.']}");
        refused(LineKit.body(context, "extensions", 1), "Input Error - extensions: ['Invalid type.']");
        refused(
                LineKit.body(context, "extensions", List.of(1)),
                "Input Error - extensions: {0: {'_schema': ['Invalid input type.']}}");
        refused(
                Json.without(LineKit.body(context, "extensions", List.of(body("exten", "1"))), "context"),
                "Input Error - context: ['Missing data for required field.']",
                "Input Error - extensions: {0: {'context': ['Missing data for required field.']}}");
    }

    @Covers("line/compound_create/existing_extension")
    @Test
    void linksAnExtensionThatIsThereAlready() {
        JsonNode extension = extension(context);
        var made = new ArrayList<JsonNode>();
        var heard = node.heard(() -> made.add(
                post("endpoint_custom", custom(), "extensions", List.of(body("exten", extension.get("exten"))))));
        assertThat(names(heard))
                .containsExactly(
                        "POST",
                        "line_created",
                        "custom_endpoint_created",
                        "line_endpoint_custom_associated",
                        "line_extension_associated");
        assertThat(made.get(0).get("extensions")).containsExactly(extension);
        assertThat(lines.now(made.get(0)).get("extensions").get(0).get("id")).isEqualTo(extension.get("id"));
        assertThat(total("/extensions")).isEqualTo(1);
    }

    @Test
    void doesAllOrNothing() {
        String code = lines.bare(context).get("provisioning_code").stringValue();
        String exten = "" + next();
        refused(
                LineKit.body(context, "extensions", List.of(body("exten", exten)))
                        .put("provisioning_code", code),
                "Resource Error - Line already exists ('provisioning_code': '" + code + "')");
        refused(
                LineKit.body(context, "endpoint_sip", body(), "extensions", List.of(body("exten", "1"))),
                "Input Error - Extension '1' is outside of range for context '" + contextName + "'");
        refused(
                LineKit.body(
                        context,
                        "endpoint_sip",
                        body(),
                        "extensions",
                        List.of(body("exten", exten, "context", "nowhere"))),
                "Input Error - field 'context': Context was not found ('context': 'nowhere')");
        JsonNode taken = lines.custom(context).get("endpoint_custom");
        refused(
                LineKit.body(context, "endpoint_custom", body("interface", taken.get("interface"))),
                "Resource Error - CustomEndpoint already exists ('interface': '"
                        + taken.get("interface").stringValue() + "')");
        String text = "Resource Error - Line must be associated with a Endpoint ('line_id': ";
        assertThat(api.post("/lines", LineKit.body(context, "extensions", List.of(body("exten", exten))))
                        .body())
                .contains(text);
        assertThat(api.post(
                                "/lines",
                                LineKit.body(
                                        context,
                                        "endpoint_sip",
                                        body(),
                                        "extensions",
                                        List.of(body("exten", exten), body("exten", "" + next()))))
                        .body())
                .contains("Resource Error - Line is associated with a Extension ('line_id': ");
        assertThat(total("/lines")).isEqualTo(2);
        assertThat(total("/extensions") + total("/endpoints/sip")).isZero();
    }

    @Test
    void doesNotTakeAnExtensionThatItDoesNotSee() {
        var sibling = node.client(tenants.sibling());
        JsonNode hidden = context(sibling);
        sibling.post("/extensions", body("exten", "12345", "context", hidden.get("name")))
                .created();
        refused(
                LineKit.body(
                        context,
                        "endpoint_sip",
                        body(),
                        "extensions",
                        List.of(body("exten", "12345", "context", hidden.get("name")))),
                "Input Error - field 'context': Context was not found ('context': '"
                        + hidden.get("name").stringValue() + "')");
    }
}
