package dev.dovetail.examples.telephony.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.LineKit;
import dev.dovetail.examples.telephony.testing.Lists;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LineListHttpTest extends HttpTest {
    private LineKit lines;
    private JsonNode context;
    private JsonNode other;
    private JsonNode bare;
    private JsonNode sip;
    private JsonNode custom;

    @BeforeEach
    void objects() {
        lines = new LineKit(api);
        JsonNode one = lines.context();
        JsonNode two = lines.context();
        boolean ascending =
                one.get("name").stringValue().compareTo(two.get("name").stringValue()) < 0;
        context = ascending ? one : two;
        other = ascending ? two : one;
    }

    /** Makes three lines, named c, a and not at all. */
    private void three() {
        custom = lines.bare(
                other,
                "endpoint_custom",
                body("interface", "c/" + next()),
                "position",
                700_000_003,
                "provisioning_code",
                "0" + next(),
                "extensions",
                List.of(body("exten", "" + next(), "context", other.get("name"))));
        bare = lines.bare(context, "position", 700_000_001, "provisioning_code", "0" + next());
        sip = lines.bare(
                context,
                "endpoint_sip",
                body("name", "a" + next()),
                "position",
                700_000_002,
                "provisioning_code",
                "0" + next(),
                "caller_id_name",
                "\u00c9l\u00e9onore",
                "caller_id_num",
                "8888888",
                "extensions",
                List.of(body("exten", "" + next())));
    }

    private List<JsonNode> list(String query) {
        return api.get("/lines?" + query).items();
    }

    private static String text(JsonNode line, String field) {
        return line.get(field).asString();
    }

    private static String exten(JsonNode line) {
        return text(line.get("extensions").get(0), "exten");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        AtomicInteger position = new AtomicInteger();
        Lists.of(api, "/lines", () -> lines.sip(context, "position", position.incrementAndGet()))
                .checkInOrderOf("position");
    }

    @Covers("conventions/4/13")
    @Test
    void sortsByNameUnlessToldOtherwiseThoseWithoutLast() {
        three();
        assertThat(list("")).containsExactly(sip, custom, bare);
        assertThat(list("order=")).containsExactly(sip, custom, bare);
        assertThat(list("order=name")).containsExactly(sip, custom, bare);
        assertThat(list("direction=desc")).containsExactly(bare, custom, sip);
        assertThat(list("limit=1&offset=1")).containsExactly(custom);
    }

    @Covers("line/list/note")
    @Test
    void sortsByEveryColumnOfItsFile() {
        three();
        for (String same : List.of("position", "device_slot")) {
            assertThat(list("order=" + same)).containsExactly(bare, sip, custom);
            assertThat(list("order=" + same + "&direction=desc")).containsExactly(custom, sip, bare);
        }
        for (String same : List.of("provisioning_code", "provisioning_extension")) {
            assertThat(list("order=" + same)).containsExactly(custom, bare, sip);
            assertThat(list("order=" + same + "&direction=desc")).containsExactly(sip, bare, custom);
        }
        assertThat(list("order=context")).hasSize(3).endsWith(custom);
        assertThat(list("order=context&direction=desc")).hasSize(3).startsWith(custom);
        for (String same : List.of("protocol", "exten")) {
            assertThat(list("order=" + same)).containsExactly(custom, sip, bare);
            assertThat(list("order=" + same + "&direction=desc")).containsExactly(bare, sip, custom);
        }
        for (String same : List.of("caller_id_name", "caller_id_num")) {
            assertThat(list("order=" + same)).hasSize(3).startsWith(sip);
            assertThat(list("order=" + same + "&direction=desc")).hasSize(3).endsWith(sip);
        }
        assertThat(list("order=device_id")).hasSize(3);
        for (String none : List.of("id", "registrar", "is_webrtc", "tenant_uuid", "users")) {
            api.get("/lines?order=" + none).refused("Input Error - order: column '" + none + "' was not found");
        }
    }

    @Covers({
        "line/embedded/endpoint_custom",
        "line/embedded/endpoint_sip",
        "line/embedded/extensions",
        "line/fields/device_id",
        "line/fields/device_slot",
        "line/fields/id",
        "line/fields/is_webrtc",
        "line/fields/links",
        "line/fields/name",
        "line/fields/protocol",
        "line/fields/provisioning_extension",
        "line/fields/tenant_uuid",
        "line/id",
        "line/list/default_sort",
        "line/list/filter/caller_id_name",
        "line/list/filter/caller_id_num",
        "line/list/filter/context",
        "line/list/filter/device_slot",
        "line/list/filter/exten",
        "line/list/filter/name",
        "line/list/filter/position",
        "line/list/filter/protocol",
        "line/list/filter/provisioning_code",
        "line/list/filter/provisioning_extension",
        "line/paths/collection",
        "line/paths/item"
    })
    @Test
    void filtersByEveryColumnOfItsFile() {
        three();
        for (Map.Entry<String, String> only : Map.of(
                        "position", "700000002",
                        "device_slot", "700000002",
                        "provisioning_code", text(sip, "provisioning_code"),
                        "provisioning_extension", text(sip, "provisioning_code"),
                        "protocol", "sip",
                        "name", text(sip, "name"),
                        "caller_id_name", "%C3%89l%C3%A9onore",
                        "caller_id_num", "8888888",
                        "exten", exten(sip))
                .entrySet()) {
            assertThat(list(only.getKey() + "=" + only.getValue()))
                    .as(only.toString())
                    .containsExactly(sip);
        }
        assertThat(list("protocol=custom")).containsExactly(custom);
        assertThat(list("name=" + text(custom, "name"))).containsExactly(custom);
        assertThat(list("exten=" + exten(custom))).containsExactly(custom);
        assertThat(list("context=" + text(context, "name"))).containsExactlyInAnyOrder(bare, sip);
        Stream.of(
                        "position=x",
                        "device_slot=1.5",
                        "name=" + text(sip, "name").substring(0, 3),
                        "protocol=SIP",
                        "device_id=x",
                        "caller_id_name=leonore",
                        "exten=1",
                        "protocol=sip&position=1")
                .forEach(none -> assertThat(list(none)).as(none).isEmpty());
        assertThat(list("id=1&registrar=x")).hasSize(3);
    }

    @Test
    void searchesEveryColumnOfItsFile() {
        three();
        for (String term : List.of(
                "700000002",
                text(sip, "provisioning_code"),
                "sIP",
                text(sip, "name").toUpperCase(),
                "eleonore",
                "L%C3%89ON",
                "888888",
                exten(sip))) {
            assertThat(list("search=" + term)).as(term).containsExactly(sip);
        }
        assertThat(list("search=" + text(other, "name").substring(12))).containsExactly(custom);
        assertThat(list("search=c/")).containsExactly(custom);
        assertThat(list("search=" + exten(custom) + "&protocol=sip")).isEmpty();
        assertThat(list("search=default")).isEmpty();
        assertThat(list("search=7000000&order=caller_id_name")).startsWith(sip);
    }

    @Covers("line/list/search")
    @Test
    void followsWhatItsColumnsAreDerivedFrom() {
        three();
        String name = "z" + next();
        api.put("/endpoints/sip/" + text(sip.get("endpoint_sip"), "uuid"), body("name", name))
                .done();
        assertThat(list("name=" + name)).containsExactly(lines.now(sip));
        assertThat(list("")).containsExactly(custom, lines.now(sip), bare);
        api.put(LineKit.path(sip), body("caller_id_name", "Quentin")).done();
        assertThat(list("search=quentin")).containsExactly(lines.now(sip));
        assertThat(list("search=eleonore")).isEmpty();
    }
}
