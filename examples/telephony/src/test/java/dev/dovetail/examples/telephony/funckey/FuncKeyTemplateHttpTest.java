package dev.dovetail.examples.telephony.funckey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No path shows templates, so their table is asked. */
class FuncKeyTemplateHttpTest extends HttpTest {

    private Optional<FuncKeyTemplate> templateOf(JsonNode user) {
        return node.server()
                .registry()
                .dao(FuncKeyTemplate.TEMPLATES)
                .findBy(Criterion.equal(
                        FuncKeyTemplate.TEMPLATES.column(FuncKeyTemplate::userId),
                        user.get("id").asInt()));
    }

    private long templates() {
        return node.server()
                .registry()
                .dao(FuncKeyTemplate.TEMPLATES)
                .search(Search.<FuncKeyTemplate>all().limit(1))
                .total();
    }

    @Covers("user/side_effects/create/1")
    @Test
    void comesAndGoesWithItsUser() {
        JsonNode one = user();
        JsonNode other = user();
        assertThat(templateOf(one)).isPresent();
        assertThat(templateOf(other)).isPresent().isNotEqualTo(templateOf(one));
        assertThat(one.get("func_key_template_id").isNull())
                .as("is not the one that he shares with others")
                .isTrue();
        api.delete(item("users", one)).done();
        assertThat(templateOf(one)).isEmpty();
        assertThat(templateOf(other)).isPresent();
    }

    @Test
    void doesNotComeWithAUserWhoIsNotMade() {
        long before = templates();
        JsonNode unknown = body("id", 2000000001);
        assertThat(api.post("/users", body("firstname", "Ann", "voicemail", unknown))
                        .status())
                .isEqualTo(404);
        assertThat(api.post(
                                "/users",
                                body("firstname", "Ann", "incalls", List.of(body("extensions", List.of(unknown)))))
                        .status())
                .isEqualTo(404);
        assertThat(templates()).isEqualTo(before);
    }
}
