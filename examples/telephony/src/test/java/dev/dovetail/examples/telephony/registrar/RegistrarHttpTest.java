package dev.dovetail.examples.telephony.registrar;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import dev.dovetail.examples.telephony.testing.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RegistrarHttpTest extends HttpTest {
    private static final String LIST = "/registrars";

    private final List<JsonNode> made = new ArrayList<>();
    private Client master;

    @BeforeEach
    void useTheMasterTenant() {
        master = node.client(Tenants.MASTER);
    }

    @AfterEach
    void deleteWhatIsOfNoTenant() {
        made.forEach(registrar -> master.delete(path(registrar)));
    }

    private static String path(JsonNode registrar) {
        return LIST + "/" + registrar.get("id").stringValue();
    }

    private static ObjectNode least() {
        return body("main_host", "main", "proxy_main_host", "proxy");
    }

    private JsonNode registrar(Object... namesAndValues) {
        JsonNode registrar =
                master.post(LIST, Json.with(least(), namesAndValues)).created();
        made.add(registrar);
        return registrar;
    }

    @Covers({
        "registrar/fields/backup_host",
        "registrar/fields/backup_port",
        "registrar/fields/deletable",
        "registrar/fields/links",
        "registrar/fields/main_host",
        "registrar/fields/main_port",
        "registrar/fields/name",
        "registrar/fields/outbound_proxy_host",
        "registrar/fields/outbound_proxy_port",
        "registrar/fields/proxy_backup_host",
        "registrar/fields/proxy_backup_port",
        "registrar/fields/proxy_main_host",
        "registrar/fields/proxy_main_port",
        "registrar/id",
        "registrar/list/sort",
        "registrar/paths/collection",
        "registrar/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                master,
                LIST,
                RegistrarHttpTest::least,
                Field.any("deletable")
                        .byDefault(true)
                        .accepting(true, false)
                        .showing("no", false)
                        .showing(1, true)
                        .refusingAll("Not a valid boolean.", "x", 2, List.of()),
                Field.string("name").nullable().accepting("", "x"),
                Field.string("main_host").required().accepting("", "x"),
                Field.integer("main_port").nullable().numbers(0, 5060),
                Field.string("backup_host").nullable().accepting("x"),
                Field.integer("backup_port").nullable().numbers(1),
                Field.string("proxy_main_host").required().accepting("x"),
                Field.integer("proxy_main_port").nullable().numbers(1),
                Field.string("proxy_backup_host").nullable().accepting("x"),
                Field.integer("proxy_backup_port").nullable().numbers(1),
                Field.string("outbound_proxy_host").nullable().accepting("x"),
                Field.integer("outbound_proxy_port").nullable().numbers(1));
    }

    @Covers("registrar/state")
    @Test
    void hasOneFromTheStart() {
        JsonNode installed = master.get(LIST + "/default").found();
        assertThat(installed.get("name").stringValue()).isEqualTo("local");
        assertThat(installed.get("main_host").stringValue()).isEqualTo("127.0.0.1");
        assertThat(installed.get("proxy_main_host").stringValue()).isEqualTo("127.0.0.1");
        assertThat(installed.get("deletable").booleanValue()).isTrue();
        assertThat(installed.get("links"))
                .isEqualTo(Json.of(List.of(body("rel", "registrars", "href", master.url(LIST + "/default")))));
    }

    @Covers("registrar/fields/id")
    @Test
    void takesAnIdThatIsATextAndKeepsIt() {
        JsonNode registrar = registrar();
        assertThat(registrar.get("id").stringValue()).matches("[0-9a-f]{32}");
        assertThat(registrar().get("id")).isNotEqualTo(registrar.get("id"));
        master.post(LIST, Json.with(least(), "id", null)).refused("Input Error - id: ['Field may not be null.']");
        for (Object noText : List.of(1, true, List.of(), body())) {
            master.post(LIST, Json.with(least(), "id", noText)).refused("Input Error - id: ['Not a valid string.']");
        }
        master.put(path(registrar), body("id", "other", "name", "n")).done();
        assertThat(master.get(path(registrar)).found()).isEqualTo(Json.with(registrar, "name", "n"));
        assertThat(master.get(LIST + "/other").status()).isEqualTo(404);
    }

    @Covers({"registrar/not_found", "registrar/rules/create/1"})
    @Test
    void namesARegistrarUnlessItIsNamed() {
        assertThat(registrar().get("id").stringValue()).matches("[0-9a-f]{32}");
        String id = "mine" + next();
        assertThat(registrar("id", id).get("id").stringValue()).isEqualTo(id);
        assertThat(master.post(LIST, Json.with(least(), "id", id)).status()).isEqualTo(400);
        master.get(LIST + "/none").refused(404, "Resource Not Found - Registrar was not found ('id': 'none')");
    }

    @Covers({
        "registrar/events/created",
        "registrar/events/deleted",
        "registrar/events/edited",
        "registrar/reload",
        "registrar/rules/edit",
        "registrar/storage"
    })
    @Test
    void tellsTheServicesOfEveryChange() {
        JsonNode[] registrar = {null};
        var created = node.heard(() -> registrar[0] = registrar("name", "a"));
        JsonNode data = Json.without(registrar[0], "links");
        JsonNode renamed = Json.with(data, "name", "b");
        assertThat(created).containsExactly(event("registrar_created", data));
        assertThat(node.heard(() -> master.put(path(registrar[0]), body("name", "b", "id", "other"))
                        .done()))
                .containsExactly(event("registrar_edited", renamed));
        assertThat(node.heard(() -> master.delete(path(registrar[0])).done()))
                .containsExactly(event("registrar_deleted", renamed));
    }

    @Covers("registrar/tenanted")
    @Test
    void isForTheMasterTenantOnly() {
        JsonNode registrar = registrar();
        assertThat(List.of(
                        api.get(LIST).status(),
                        api.post(LIST, least()).status(),
                        api.get(path(registrar)).status(),
                        api.put(path(registrar), body()).status(),
                        api.delete(path(registrar)).status()))
                .containsOnly(401);
    }

    @Covers({"registrar/list/default_sort", "registrar/list/filter", "registrar/list/note", "registrar/list/search"})
    @Test
    void filtersByPartsOfValuesOfWhichOneIsEnough() {
        String mark = "mark" + next();
        JsonNode a = registrar("name", "a-" + mark, "main_port", 5061);
        JsonNode b = registrar("name", "b", "outbound_proxy_host", mark.toUpperCase());
        JsonNode c = registrar("name", "c", "backup_port", 15061);
        assertThat(master.get(LIST + "?name=" + mark.toUpperCase()).items()).containsExactly(a);
        assertThat(master.get(LIST + "?name=" + mark + "&outbound_proxy_host=" + mark + "&backup_port=506")
                        .items())
                .containsExactly(a, b, c);
        assertThat(master.get(LIST + "?main_port=06&search=" + mark).items()).containsExactly(a);
        assertThat(master.get(LIST + "?deletable=x&search=" + mark + "&order=name&direction=desc")
                        .items())
                .containsExactly(b, a);
        master.get(LIST + "?order=deletable").refused("Input Error - order: column 'deletable' was not found");
    }

    @Covers("registrar/rules/delete")
    @Test
    void isNamedByLines() {
        Phones phones = Phones.of(api);
        JsonNode registrar = registrar();
        JsonNode line = phones.line("registrar", registrar.get("id"));
        assertThat(line.get("registrar")).isEqualTo(registrar.get("id"));
        master.delete(path(registrar)).done();
        assertThat(phones.now(line)).isEqualTo(line);
        api.put(item("lines", line), body("position", 2)).done();
        api.post("/lines", phones.lineBody("registrar", registrar.get("id")))
                .refused("Input Error - field 'registrar': Registrar was not found ('registrar': '"
                        + registrar.get("id").stringValue() + "')");
    }
}
