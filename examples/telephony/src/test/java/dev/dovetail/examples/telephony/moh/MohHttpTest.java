package dev.dovetail.examples.telephony.moh;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Tenants;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MohHttpTest extends HttpTest {
    private static final String RELOAD = reload("moh reload");
    private static final String NOTHING = "deadbeef-dead-4bad-8bad-deadbeef0001";

    private CallKit calls;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
    }

    private static ObjectNode least() {
        return body("label", "music", "mode", "mp3");
    }

    @Covers({"moh/fields/application", "moh/fields/label", "moh/fields/mode", "moh/fields/sort"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/moh",
                MohHttpTest::least,
                Field.string("label").required().accepting("").maxLength(128),
                Field.choice("mode", "custom", "files", "mp3").required().alongside("application", "mpg123"),
                Field.string("application").nullable().accepting("").maxLength(256),
                Field.choice("sort", "alphabetical", "random", "random_start").nullable());
    }

    @Covers({"moh/rules/create/1"})
    @Test
    void showsEveryFieldOfANewClass() {
        JsonNode created = calls.moh();
        String uuid = created.get("uuid").stringValue();
        assertThat(created)
                .isEqualTo(Json.with(
                        least(),
                        "uuid",
                        uuid,
                        "tenant_uuid",
                        tenant.toString(),
                        "name",
                        "moh-None-" + uuid,
                        "application",
                        null,
                        "sort",
                        null,
                        "files",
                        List.of(),
                        "links",
                        List.of(body("rel", "moh", "href", api.url("/moh/" + uuid)))));
        assertThat(api.get("/moh/" + uuid.toUpperCase(java.util.Locale.ROOT)).found())
                .isEqualTo(created);
        assertThat(node.client(Tenants.SLUGGED)
                        .post("/moh", least())
                        .created()
                        .get("name")
                        .stringValue())
                .startsWith("moh-slug1-");
        for (String unknown : List.of(NOTHING, "x.y")) {
            String text = "Resource Not Found - MOH was not found ('uuid': '" + unknown + "')";
            api.get("/moh/" + unknown).refused(404, text);
            api.put("/moh/" + unknown, body()).refused(404, text);
            api.delete("/moh/" + unknown).refused(404, text);
            api.get("/moh/" + unknown + "/files/a").refused(404, text);
        }
        assertThat(api.post("/moh", body("name", "old", "mode", "mp3"))
                        .created()
                        .get("label")
                        .stringValue())
                .isEqualTo("old");
    }

    @Covers({
        "moh/events/created",
        "moh/events/deleted",
        "moh/events/edited",
        "moh/fields/files",
        "moh/fields/links",
        "moh/fields/name",
        "moh/fields/tenant_uuid",
        "moh/fields/uuid",
        "moh/id",
        "moh/paths/collection",
        "moh/paths/file",
        "moh/paths/item",
        "moh/reload/all"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(calls.moh()));
        JsonNode moh = made.get(0);
        ObjectNode data = body("uuid", moh.get("uuid"), "tenant_uuid", tenant.toString(), "name", moh.get("name"));
        assertThat(created).containsExactly(RELOAD, event("moh_created", tenant, data));
        assertThat(node.heard(() -> api.put(item("moh", moh), body()).done()))
                .containsExactly(RELOAD, event("moh_edited", tenant, data));
        api.send("PUT", item("moh", moh) + "/files/a", "bytes").done();
        assertThat(node.heard(() -> api.delete(item("moh", moh)).done()))
                .containsExactly(RELOAD, event("moh_deleted", tenant, data));
    }

    @Covers({"conventions/6/text_of_business_errors/21", "moh/rules/create/2", "moh/rules/edit/1", "moh/rules/edit/2"})
    @Test
    void needsAnApplicationInModeCustom() {
        String text = "Input Error - custom mode must have an application";
        api.post("/moh", Json.with(least(), "mode", "custom")).refused(text);
        JsonNode moh = calls.moh("mode", "custom", "application", "mpg123");
        api.put(item("moh", moh), body("application", null)).refused(text);
        JsonNode other = calls.moh();
        api.put(item("moh", other), body("mode", "custom")).refused(text);
        api.put(item("moh", other), body("mode", "custom", "application", "")).done();
    }

    @Covers("moh/list/sort/label")
    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/moh", () -> calls.moh("label", "" + next())).checkInOrderOf("label");
    }

    @Covers({"moh/list/default_sort", "moh/list/filter/label", "moh/list/filter/name", "moh/list/search"})
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = calls.moh("label", "Bee");
        JsonNode a = calls.moh("label", "Ant");
        for (String query :
                List.of("search=bee", "label=Bee", "name=" + b.get("name").stringValue())) {
            assertThat(api.get("/moh?" + query).items("label")).containsExactly("Bee");
        }
        assertThat(api.get("/moh").items("uuid"))
                .containsExactly(a.get("uuid").stringValue(), b.get("uuid").stringValue());
        api.get("/moh?order=uuid").refused("Input Error - order: column 'uuid' was not found");
    }

    @Covers({
        "moh/files/DELETE",
        "moh/files/GET",
        "moh/files/events",
        "moh/files/filename",
        "moh/files/lookup",
        "moh/files/not_found",
        "moh/files/reload/DELETE/1",
        "moh/files/reload/PUT/1",
        "moh/not_found"
    })
    @Test
    void keepsFilesAsTheyAre() {
        JsonNode moh = calls.moh();
        String files = item("moh", moh) + "/files/";
        assertThat(node.heard(() -> api.send("PUT", files + "b.mp3", "one").done()))
                .containsExactly(RELOAD);
        api.send("PUT", files + "b.mp3", "two \u00e9").done();
        api.send("PUT", files + "a%20b", "").done();
        Reply reply = api.get(files + "b.mp3");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("two \u00e9");
        assertThat(reply.header("content-type")).isEqualTo("application/octet-stream");
        assertThat(reply.header("content-disposition")).isEqualTo("attachment; filename=b.mp3");
        JsonNode shown = calls.now("moh", moh);
        assertThat(shown.get("files")).containsExactly(body("name", "a b"), body("name", "b.mp3"));
        assertThat(api.get("/moh").items()).containsExactly(shown);
        assertThat(node.heard(() -> api.delete(files + "b.mp3").done())).containsExactly(RELOAD);
        String gone = "Resource Not Found - MOH file was not found ('uuid': " + "'"
                + moh.get("uuid").stringValue() + "', 'filename': 'b.mp3')";
        assertThat(node.heard(() -> {
                    api.get(files + "b.mp3").refused(404, gone);
                    api.delete(files + "b.mp3").refused(404, gone);
                }))
                .isEmpty();
        for (String noRoute : List.of(".hidden", "x".repeat(195))) {
            assertThat(api.send("PUT", files + noRoute, "x").header("content-type"))
                    .startsWith("text/html");
        }
        api.send("PUT", files + "x".repeat(194), "x").done();
        node.client(tenants.sibling())
                .get(files + "a%20b")
                .refused(
                        404,
                        "Resource Not Found - MOH was not found ('uuid': '"
                                + moh.get("uuid").stringValue() + "')");
        api.delete(item("moh", moh)).done();
    }

    private static byte[] wav(int tag, int channels, int rate, int bits) {
        ByteBuffer out = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(38);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) tag).putShort((short) channels).putInt(rate).putInt(rate * channels * bits / 8);
        out.putShort((short) (channels * bits / 8)).putShort((short) bits);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2).putShort((short) 0);
        return out.array();
    }

    private Reply put(JsonNode moh, byte[] bytes) {
        return api.send("PUT", item("moh", moh) + "/files/a.wav", BodyPublishers.ofByteArray(bytes));
    }

    @Covers("moh/files/PUT")
    @Test
    void takesFilesOfOneFormatInModeFiles() {
        JsonNode moh = calls.moh("mode", "files");
        put(moh, wav(1, 1, 8000, 16)).done();
        put(moh, wav(1, 1, 16000, 8)).done();
        String text = "Input Error - wav_file: ['%s']";
        put(moh, wav(1, 2, 44100, 24)).refused(text.formatted("Audio file should be mono"));
        put(moh, wav(1, 1, 44100, 24)).refused(text.formatted("Audio file should have a sample rate of 8kHz or 16kHz"));
        put(moh, wav(1, 1, 8000, 24))
                .refused(text.formatted("Audio file should have bit depth of no more than 16 bits"));
        String unreadable = text.formatted("Not able to read audio file: \"%s\"");
        put(moh, wav(3, 1, 8000, 32)).refused(unreadable.formatted("unknown format: 3"));
        put(moh, "x".repeat(50).getBytes(StandardCharsets.US_ASCII))
                .refused(unreadable.formatted("file does not start with RIFF id"));
        byte[] other = wav(1, 1, 8000, 16);
        other[8] = 'X';
        put(moh, other).refused(unreadable.formatted("not a WAVE file"));
        put(moh, java.util.Arrays.copyOf(wav(1, 1, 8000, 16), 36))
                .refused(unreadable.formatted("fmt chunk and/or data chunk missing"));
        assertThat(put(moh, new byte[2]).status()).isEqualTo(500);
        api.get(item("moh", moh) + "/files/a.wav");
        assertThat(calls.now("moh", moh).get("files")).hasSize(1);
    }

    @Covers("moh/rules/delete")
    @Test
    void leavesSwitchboardsSilentWhenItGoes() {
        JsonNode moh = calls.moh();
        JsonNode board = calls.switchboard("queue_music_on_hold", moh.get("name"));
        JsonNode group = calls.group("music_on_hold", moh.get("name"));
        api.delete(item("moh", moh)).done();
        assertThat(calls.now("switchboards", board).get("queue_music_on_hold").isNull())
                .isTrue();
        assertThat(calls.now("groups", group)).isEqualTo(group);
    }
}
