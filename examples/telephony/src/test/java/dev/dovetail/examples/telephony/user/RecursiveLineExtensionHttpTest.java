package dev.dovetail.examples.telephony.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Edits of a user with a line that he keeps, and with extensions of it. */
class RecursiveLineExtensionHttpTest extends HttpTest {
    private Phones phones;
    private JsonNode user;
    private JsonNode line;
    private JsonNode extension;

    @BeforeEach
    void objects() {
        phones = Phones.of(api);
        user = user();
        line = phones.dialledLine();
        extension = line.get("extensions").get(0);
        phones.give(user, line);
        Phones.plugIn(node, line);
    }

    private Reply put(Object extensions) {
        ObjectNode entry = phones.lineBody("id", line.get("id"), "device_id", "phone1", "extensions", extensions);
        return api.put(
                "/users/" + user.get("uuid").stringValue() + "?recursive=true",
                body("firstname", "Ann", "lines", List.of(entry)));
    }

    private List<String> heard(Object extensions) {
        return Journal.names(node.heard(() -> put(extensions).done())).stream()
                .filter(name -> !name.equals("POST") && !name.equals("user_groups_associated"))
                .toList();
    }

    private List<String> extens() {
        return phones.now(line)
                .get("extensions")
                .valueStream()
                .map(one -> one.get("exten").stringValue())
                .toList();
    }

    /** The device of the line stood in the way of taking its extension from it. */
    @Covers("line/recursive_update/extensions")
    @Test
    void takesAwayThoseThatAreNotGivenEditsThoseWithAnIdAndMakesTheRest() {
        put(List.of(body("id", null, "exten", phones.exten())))
                .refused("Input Error - lines: {0: {'extensions': {0: {'id': ['Field may not be null.']}}}}");
        JsonNode before = phones.now(line);
        assertThat(heard(List.of())).containsExactly("line_edited");
        assertThat(phones.now(line)).isEqualTo(before);

        String edited = phones.exten();
        assertThat(heard(List.of(body("id", extension.get("id"), "exten", edited))))
                .containsExactly("extension_edited", "line_edited");
        assertThat(extens()).containsExactly(edited);

        String made = phones.exten();
        assertThat(heard(List.of(body("exten", made))))
                .containsExactly(
                        "line_extension_dissociated",
                        "extension_deleted",
                        "extension_created",
                        "line_extension_associated",
                        "line_edited");
        assertThat(extens()).containsExactly(made);
        assertThat(api.get(item("extensions", extension)).status()).isEqualTo(404);
        assertThat(phones.now(line).get("device_id").stringValue()).isEqualTo("phone1");
        assertThat(phones.now(line).get("extensions").get(0).get("context")).isEqualTo(line.get("context"));
    }

    @Test
    void keepsAnExtensionThatAnotherLineUses() {
        JsonNode sharing = phones.sipLine();
        api.put(item("lines", sharing) + item("extensions", extension)).done();
        String made = phones.exten();
        assertThat(heard(List.of(body("exten", made)))).doesNotContain("extension_deleted");
        assertThat(extens()).containsExactly(made);
        assertThat(api.get(item("extensions", extension)).found().get("lines"))
                .extracting(one -> one.get("id"))
                .containsExactly(sharing.get("id"));
    }

    @Test
    void undoesAllOfItWhereOneIsRefused() {
        JsonNode taken = extension(phones.context());
        JsonNode before = phones.now(line);
        assertThat(put(List.of(Json.body("exten", taken.get("exten")))).status())
                .isEqualTo(400);
        assertThat(phones.now(line)).isEqualTo(before);
    }
}
