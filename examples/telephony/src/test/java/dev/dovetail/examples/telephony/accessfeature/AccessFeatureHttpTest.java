package dev.dovetail.examples.telephony.accessfeature;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Tenants;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class AccessFeatureHttpTest extends HttpTest {
    private static final String LIST = "/access_features";
    private static final String RESTART = "POST /services";

    private Client master;

    @BeforeEach
    void useTheMasterTenant() {
        master = node.client(Tenants.MASTER);
        deleteWhatIsOfNoTenant(); // other tests may have left some
    }

    @AfterEach
    void deleteWhatIsOfNoTenant() {
        master.get(LIST).items().forEach(feature -> master.delete(path(feature)).done());
    }

    private static String path(JsonNode feature) {
        return item("access_features", feature);
    }

    private JsonNode feature(Object... namesAndValues) {
        return master.post(LIST, body(namesAndValues)).created();
    }

    @Covers({"access_feature/fields/enabled", "access_feature/fields/feature", "access_feature/fields/host"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                master,
                LIST,
                Json::body,
                Field.string("host").byDefault("").maxLength(255),
                Field.choice("feature", "phonebook").byDefault("phonebook"),
                Field.any("enabled")
                        .byDefault(true)
                        .accepting(true, false)
                        .showing("off", false)
                        .refusingAll("Not a valid boolean.", "x", 2));
    }

    @Covers({
        "access_feature/commands/all",
        "access_feature/events/created",
        "access_feature/events/deleted",
        "access_feature/events/edited",
        "access_feature/not_found",
        "access_feature/reload"
    })
    @Test
    void tellsTheServicesAndRestartsThePhoneService() {
        JsonNode[] made = {null};
        var created = node.heard(() -> made[0] = feature("host", "h" + next()));
        JsonNode data = Json.without(made[0], "links");
        assertThat(made[0])
                .isEqualTo(Json.with(
                        data, "links", List.of(body("rel", "access_features", "href", master.url(path(made[0]))))));
        assertThat(created).hasSize(2).last().isEqualTo(event("access_feature_created", data));
        assertThat(created.get(0)).startsWith(RESTART).contains("wazo-phoned");
        var edited = node.heard(() -> master.put(path(made[0]), body()).done());
        assertThat(edited).containsExactly(created.get(0), event("access_feature_edited", data));
        var deleted = node.heard(() -> master.delete(path(made[0])).done());
        assertThat(deleted).containsExactly(created.get(0), event("access_feature_deleted", data));
        master.get(path(made[0]))
                .refused(404, "Resource Not Found - AccessFeatures was not found ('id': " + made[0].get("id") + ")");
    }

    @Covers({
        "access_feature/fields/id",
        "access_feature/fields/links",
        "access_feature/id",
        "access_feature/list/default_sort",
        "access_feature/list/filter/enabled",
        "access_feature/list/filter/feature",
        "access_feature/list/filter/host",
        "access_feature/list/search",
        "access_feature/paths/collection",
        "access_feature/paths/item",
        "access_feature/rules/create/1",
        "access_feature/rules/edit"
    })
    @Test
    void refusesTheSameHostAndFeature() {
        JsonNode first = feature("host", "first");
        JsonNode second = feature("host", "second");
        String refusal = "Resource Error - AccessFeatures already exists ('host': 'first', 'feature': 'phonebook')";
        master.post(LIST, body("host", "first")).refused(refusal);
        master.put(path(second), body("host", "first")).refused(refusal);
        master.put(path(first), first).done();
        assertThat(master.get(LIST).items()).containsExactly(first, second);
        assertThat(master.get(LIST + "?order=host&direction=desc").items()).containsExactly(second, first);
        assertThat(master.get(LIST + "?search=SECOND").items()).containsExactly(second);
        assertThat(master.get(LIST + "?enabled=true&feature=phonebook&host=first")
                        .items())
                .containsExactly(first);
    }

    @Covers("access_feature/tenanted")
    @Test
    void isForTheMasterTenantOnly() {
        JsonNode feature = feature();
        assertThat(List.of(
                        api.get(LIST).status(),
                        api.post(LIST, body()).status(),
                        api.get(path(feature)).status(),
                        api.put(path(feature), body()).status(),
                        api.delete(path(feature)).status()))
                .containsOnly(401);
    }
}
