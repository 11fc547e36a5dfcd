package dev.dovetail.examples.telephony.lineapplication;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Phones;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LineApplicationHttpTest extends HttpTest {
    private Phones phones;
    private JsonNode line;
    private JsonNode application;

    @BeforeEach
    void objects() {
        phones = Phones.of(api);
        line = phones.now(phones.sipLine());
        application = application();
    }

    private JsonNode application() {
        return api.post("/applications", body("name", "app")).created();
    }

    private static String link(JsonNode of, JsonNode to) {
        return item("lines", of) + item("applications", to);
    }

    private List<String> told(String what, JsonNode of, JsonNode sip, JsonNode custom) {
        JsonNode shown = body(
                "id",
                of.get("id"),
                "name",
                of.get("name"),
                "endpoint_sip",
                sip,
                "endpoint_sccp",
                null,
                "endpoint_custom",
                custom);
        JsonNode data = body("line", shown, "application", body("uuid", application.get("uuid")));
        return List.of(reload("module reload res_pjsip.so"), event("line_application_" + what, tenant, data));
    }

    @Covers({
        "line_application/events/associated",
        "line_application/events/dissociated",
        "line_application/paths/1",
        "line_application/paths/2",
        "line_application/reload/all",
        "line_application/rules/dissociate"
    })
    @Test
    void linksAndUnlinksAndTellsOnce() {
        JsonNode sip = body("uuid", line.get("endpoint_sip").get("uuid"));
        String link = link(line, application);
        assertThat(node.heard(() -> api.put(link).done())).isEqualTo(told("associated", line, sip, null));
        assertThat(node.heard(() -> api.put(link).done())).isEmpty();
        assertThat(node.heard(() -> api.delete(link).done())).isEqualTo(told("dissociated", line, sip, null));
        assertThat(node.heard(() -> api.delete(link).done())).isEmpty();
        JsonNode other = phones.now(phones.customLine());
        JsonNode custom = body("id", other.get("endpoint_custom").get("id"));
        assertThat(node.heard(() -> api.put(link(other, application)).done()))
                .isEqualTo(told("associated", other, null, custom));
    }

    @Covers({
        "application/embedded/lines",
        "line/embedded/application",
        "line_application/embedded_in/application",
        "line_application/embedded_in/line"
    })
    @Test
    void showsTheLinkOnBothSides() {
        JsonNode second = phones.now(phones.bareLine());
        api.put(link(line, application)).done();
        api.put(link(second, application)).done();
        assertThat(phones.now(line).get("application")).isEqualTo(Trunking.only(application, "uuid", "name", "links"));
        assertThat(api.get(item("applications", application))
                        .found()
                        .get("lines")
                        .valueStream())
                .containsExactly(
                        Trunking.only(line, "id", "name", "links"), Trunking.only(second, "id", "name", "links"));
        api.delete(item("applications", application)).done();
        assertThat(phones.now(line)).isEqualTo(line);
    }

    @Covers({
        "line_application/cardinality",
        "line_application/lookup",
        "line_application/rules/associate_in_order/1",
        "line_application/rules/associate_in_order/2"
    })
    @Test
    void checksTheRulesInTheirOrder() {
        JsonNode foreign = api.in(tenants.child()).post("/applications", body()).created();
        api.put(link(line, foreign))
                .refused("Resource Error - different tenants ('line_tenant_uuid': '" + tenant
                        + "', 'application_tenant_uuid': '" + tenants.child() + "')");
        api.put(link(line, application)).done();
        api.put(link(line, application()))
                .refused("Resource Error - Line is associated with a Application ('line_id': " + line.get("id")
                        + ", 'application_uuid': '" + application.get("uuid").stringValue() + "')");
        String unknown = "deadbeef-dead-4bad-8bad-deadbeef0001";
        api.put("/lines/2000000001/applications/" + unknown)
                .refused(404, "Resource Not Found - Line was not found ('id': 2000000001)");
        api.put(item("lines", line) + "/applications/" + unknown)
                .refused(404, "Resource Not Found - Application was not found ('uuid': UUID('" + unknown + "'))");
    }

    @Test
    void leavesTheApplicationOfADeletedLine() {
        api.put(link(line, application)).done();
        api.delete(item("lines", line)).done();
        assertThat(api.get(item("applications", application)).found()).isEqualTo(application);
    }
}
