package dev.dovetail.examples.telephony.zonemessages;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Tenants;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** There is one list for the installation; each test puts back what the others find. */
class ZoneMessagesHttpTest extends HttpTest {
    private static final String PATH = "/asterisk/voicemail/zonemessages";
    private static final JsonNode EU_FR = body("name", "eu-fr", "timezone", "Europe/Paris", "message", null);

    private Client master;

    @BeforeEach
    void asMaster() {
        master = node.client(Tenants.MASTER);
    }

    @AfterEach
    void installed() {
        master.put(PATH, body("items", List.of(EU_FR))).done();
    }

    @Covers({"voicemail_zonemessages/GET", "voicemail_zonemessages/methods/item", "voicemail_zonemessages/state"})
    @Test
    void hasOneAfterTheInstallation() {
        assertThat(api.get(PATH).found()).isEqualTo(body("items", List.of(EU_FR)));
    }

    @Covers({
        "voicemail_zonemessages/PUT",
        "voicemail_zonemessages/events/edited",
        "voicemail_zonemessages/paths/item",
        "voicemail_zonemessages/reload/PUT",
        "voicemail_zonemessages/use_elsewhere"
    })
    @Test
    void isReplacedAsAWholeInTheOrderGiven() {
        JsonNode spoken = body("name", "z", "timezone", "Asia/Tokyo", "message", "'vm-received' q");
        JsonNode empty = body("name", "a", "timezone", "Europe/Berlin", "message", "");
        var heard = node.heard(() ->
                master.put(PATH, body("items", List.of(spoken, empty))).done());
        assertThat(heard).containsExactly(reload("voicemail reload"), event("voicemail_zonemessages_edited", body()));
        JsonNode none = body("name", "a", "timezone", "Europe/Berlin", "message", null);
        assertThat(api.get(PATH).found()).isEqualTo(body("items", List.of(spoken, none)));
        api.post("/voicemails", voicemailBody(context()).put("timezone", "a")).created();
        master.put(PATH, body("items", List.of())).done();
        assertThat(api.get(PATH).found()).isEqualTo(body("items", List.of()));
    }

    @Covers("voicemail_zonemessages/fields_of_items/*")
    @Test
    void tellsWhatIsWrongByItsPlaceAndChangesNothing() {
        master.put(PATH, body()).refused("Input Error - items: ['Missing data for required field.']");
        master.put(PATH, body("items", null)).refused("Input Error - items: ['Field may not be null.']");
        master.put(PATH, body("items", "x")).refused("Input Error - items: ['Invalid type.']");
        master.put(PATH, body("items", List.of(EU_FR, body("name", "x".repeat(129)), 5)))
                .refused("Input Error - items: {1: {'name': ['Longer than maximum length 128.'], 'timezone': ['Missing"
                        + " data for required field.']}, 2: {'_schema': ['Invalid input type.']}}");
        master.put(PATH, body("items", List.of(body("name", 1, "timezone", 1, "message", 1), body())))
                .refused(
                        "Input Error - items: {0: {'name': ['Not a valid string.'], 'timezone': ['Not a valid string.'],"
                                + " 'message': ['Not a valid string.']}, 1: {'name': ['Missing data for required field.'],"
                                + " 'timezone': ['Missing data for required field.']}}");
        assertThat(api.get(PATH).found()).isEqualTo(body("items", List.of(EU_FR)));
    }

    @Covers("voicemail_zonemessages/tenanted")
    @Test
    void isChangedByTheMasterTenantOnly() {
        assertThat(api.put(PATH, body("items", List.of())).status()).isEqualTo(401);
        assertThat(api.get(PATH).found()).isEqualTo(body("items", List.of(EU_FR)));
    }
}
