package dev.dovetail.examples.telephony.sipendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class SipListHttpTest extends HttpTest {
    private JsonNode made(SipKind kind, Object... namesAndValues) {
        return api.post(kind.list(), body(namesAndValues)).created();
    }

    private static List<List<String>> pairs(String... keysAndValues) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.add(List.of(keysAndValues[i], keysAndValues[i + 1]));
        }
        return pairs;
    }

    @Covers("endpoint_sip/list/sort/label")
    @ParameterizedTest
    @EnumSource
    void keepsToTheRulesOfAllLists(SipKind kind) {
        Lists.of(api, kind.list(), () -> made(kind, "label", "label" + next())).checkInOrderOf("label");
    }

    @Covers({
        "endpoint_sip/list/filter/asterisk_id",
        "endpoint_sip/list/filter/label",
        "endpoint_sip/list/filter/name",
        "endpoint_sip/list/filter/uuid",
        "endpoint_sip/list/note",
        "endpoint_sip/list/search/asterisk_id",
        "endpoint_sip/list/search/label",
        "endpoint_sip/list/search/name",
        "endpoint_sip/list/search/template",
        "endpoint_sip/list/sort/asterisk_id",
        "endpoint_sip/list/sort/name",
        "endpoint_sip/list/sort/template",
        "endpoint_sip/list/special_filters/uuid"
    })
    @ParameterizedTest
    @EnumSource
    void searchesFiltersAndSorts(SipKind kind) {
        JsonNode one = made(kind, "name", "zebra" + next(), "label", "Été", "asterisk_id", "b-42");
        JsonNode two = made(kind, "name", "apple" + next(), "label", "b", "aor_section_options", pairs("contact", "q"));
        JsonNode none = made(kind, "name", "m" + next(), "asterisk_id", "a-43");
        String list = kind.list() + "?";
        boolean template = kind == SipKind.TEMPLATE;

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
