package dev.dovetail.examples.telephony.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Lists;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContextListHttpTest extends HttpTest {
    private List<String> labels(String query) {
        return api.get("/contexts?" + query).items("label");
    }

    @Covers({
        "conventions/4/2",
        "conventions/4/3",
        "conventions/4/4",
        "conventions/4/5",
        "conventions/4/7",
        "conventions/4/9",
        "conventions/6/text_of_business_errors/16"
    })
    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/contexts", () -> context()).check();
    }

    @Covers("conventions/4/1")
    @Test
    void showsItemsAsAGetDoes() {
        JsonNode context = context("user_ranges", List.of(body("start", "1", "end", "2")));
        assertThat(api.get("/contexts").items())
                .containsExactly(api.get(item("contexts", context)).found());
    }

    @Test
    void searchesEveryColumn() {
        JsonNode one = context("label", "Éclair", "description", "Straße", "type", "incall");
        context("label", "b", "description", "nothing", "type", "outcall");

        assertThat(labels("search=ECLAIR")).containsExactly("Éclair");
        assertThat(labels("search=%C3%A9clair")).containsExactly("Éclair");
        assertThat(labels("search=STRASSE")).containsExactly("Éclair");
        assertThat(labels("search=incal")).containsExactly("Éclair");
        assertThat(labels("search=call")).containsExactly("Éclair", "b");
        assertThat(labels("search=" + one.get("uuid").stringValue())).containsExactly("Éclair");
        assertThat(labels("search=" + one.get("id"))).contains("Éclair");
        assertThat(labels("search=")).containsExactly("Éclair", "b");
        assertThat(labels("search=%C3%A9%25r")).containsExactly("Éclair");
        assertThat(labels("search=ecl_ir")).containsExactly("Éclair");
        assertThat(labels("search=eclir")).isEmpty();
        assertThat(labels("search=enabled")).isEmpty();
    }

    @Covers("conventions/4/11")
    @Test
    void findsAPartOfAnId() {
        JsonNode context = context("label", "zzz", "description", "zzz");
        String id = context.get("id").toString();
        String digit = id.substring(id.length() - 1);
        assertThat(labels("search=" + digit)).contains("zzz");
    }

    @Covers({
        "context/list/default_sort",
        "context/list/filter/description",
        "context/list/filter/id",
        "context/list/filter/label",
        "context/list/filter/name",
        "context/list/filter/type",
        "context/list/search",
        "conventions/4/8"
    })
    @Test
    void filtersByEachColumn() {
        JsonNode one = context("label", "A", "description", "d", "type", "incall");
        context("label", "B");

        assertThat(labels("label=A")).containsExactly("A");
        assertThat(labels("label=a")).isEmpty();
        assertThat(labels("description=d")).containsExactly("A");
        assertThat(labels("description=")).isEmpty();
        assertThat(labels("type=incall")).containsExactly("A");
        assertThat(labels("type=nothing")).isEmpty();
        assertThat(labels("name=" + one.get("name").stringValue())).containsExactly("A");
        assertThat(labels("id=" + one.get("id"))).containsExactly("A");
        assertThat(labels("id=x")).isEmpty();
        assertThat(labels("id=" + one.get("id") + "&label=B")).isEmpty();
        assertThat(labels("label=A&search=incall&type=incall")).containsExactly("A");
        assertThat(labels("enabled=false&uuid=x")).containsExactly("A", "B");
    }

    @Covers({
        "context/list/sort/description",
        "context/list/sort/id",
        "context/list/sort/label",
        "context/list/sort/name",
        "context/list/sort/type"
    })
    @Test
    void sortsByEachColumn() {
        context("label", "b", "description", "x", "type", "outcall");
        context("label", "a", "description", null, "type", "incall");
        context("label", "c", "description", "w", "type", "others");

        assertThat(labels("")).containsExactly("b", "a", "c");
        assertThat(labels("order=")).containsExactly("b", "a", "c");
        assertThat(labels("direction=desc")).containsExactly("c", "a", "b");
        assertThat(labels("order=id&direction=desc")).containsExactly("c", "a", "b");
        assertThat(labels("order=label")).containsExactly("a", "b", "c");
        assertThat(labels("order=description")).containsExactly("c", "b", "a");
        assertThat(labels("order=description&direction=desc")).containsExactly("a", "b", "c");
        assertThat(labels("order=type")).containsExactly("a", "c", "b");
        assertThat(labels("order=name&direction=asc")).hasSize(3);
    }
}
