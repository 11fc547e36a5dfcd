package dev.dovetail.examples.telephony.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deletes extensions that lead somewhere. */
class ExtensionDeletionHttpTest extends HttpTest {
    private CallKit calls;
    private JsonNode internal;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
        internal = calls.context("internal");
    }

    private static String refusal(String kind, JsonNode extension, Object id) {
        return "Resource Error - Extension is associated with a " + kind + " ('extension_id': " + extension.get("id")
                + ", 'associated_id': '" + id + "')";
    }

    private void isKeptBy(String kind, String collection, JsonNode object, JsonNode context) {
        JsonNode extension = calls.extension(context);
        String link = item(collection, object) + item("extensions", extension);
        api.put(link).done();
        api.delete(item("extensions", extension)).refused(refusal(kind, extension, object.get("id")));
        api.delete(link).done();
        api.delete(item("extensions", extension)).done();
    }

    @Covers("extension/rules/delete_in_order/1")
    @Test
    void isRefusedWhileTheyLeadToAnything() {
        isKeptBy("incall", "incalls", calls.incall(CallKit.NONE), calls.context("incall"));
        isKeptBy("group", "groups", calls.group(), internal);
        isKeptBy(
                "queue",
                "queues",
                api.post("/queues", body("name", "q" + next())).created(),
                internal);
        isKeptBy("conference", "conferences", calls.conference(), internal);
        isKeptBy("parking", "parkinglots", calls.lot("801", "803"), internal);
        isRefusedByOutcallsUnderTheIdsOfDialPatterns();
    }

    /** Two extensions of one outgoing call are told apart, and so it cannot be the id of the call. */
    private void isRefusedByOutcallsUnderTheIdsOfDialPatterns() {
        JsonNode outcall = api.post("/outcalls", body("name", "out" + next())).created();
        JsonNode outside = calls.context("outcall");
        List<JsonNode> extensions = List.of(calls.extension(outside), calls.extension(outside));
        List<String> ids = extensions.stream()
                .map(extension -> {
                    String link = item("outcalls", outcall) + item("extensions", extension);
                    api.put(link, Json.body()).done();
                    String told = api.delete(item("extensions", extension)).body();
                    String id = told.replaceAll(".*'associated_id': '(\\d+)'.*\\s*", "$1");
                    api.delete(item("extensions", extension)).refused(refusal("outcall", extension, id));
                    return id;
                })
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }
}
