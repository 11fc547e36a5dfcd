package dev.dovetail.examples.telephony.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Coverage;
import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FallbackHttpTest extends HttpTest {

    /** What has fallbacks and tells of them by its id. */
    enum Owner {
        QUEUES("queue", "Queue", "noanswer", "busy", "congestion", "fail"),
        CALLFILTERS("call_filter", "CallFilter", "noanswer");

        private final String event;
        private final String name;
        private final List<String> reasons;

        Owner(String event, String name, String... reasons) {
            this.event = event;
            this.name = name;
            this.reasons =
                    Stream.of(reasons).map(reason -> reason + "_destination").toList();
        }

        String collection() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        ObjectNode all(JsonNode destination) {
            ObjectNode all = body();
            reasons.forEach(reason -> all.set(reason, destination));
            return all;
        }
    }

    private JsonNode create(Owner owner) {
        JsonNode least = body("name", "n" + next(), "strategy", "all", "source", "all");
        return api.post("/" + owner.collection(), least).created();
    }

    @Covers({
        "call_filter/subresources/1/methods/GET",
        "call_filter/subresources/1/methods/PUT",
        "call_filter/subresources/1/path",
        "call_filter/subresources/1/reload",
        "queue/subresources/1/methods/GET",
        "queue/subresources/1/methods/PUT",
        "queue/subresources/1/path",
        "queue/subresources/1/reload"
    })
    @ParameterizedTest
    @EnumSource
    void areReplacedAndToldOf(Owner owner) {
        JsonNode one = create(owner);
        JsonNode user = user();
        String path = item(owner.collection(), one) + "/fallbacks";
        JsonNode none = owner.all(Json.of(null));
        assertThat(api.get(path).found()).isEqualTo(none);
        assertThat(node.heard(() -> api.put(path, owner.all(CallKit.to(user))).done()))
                .containsExactly(Journal.event(owner.event + "_fallback_edited", tenant, body("id", one.get("id"))));
        Coverage.claim(owner.event + "/subresources/1/event");
        JsonNode shown = owner.all(CallKit.shown(user));
        assertThat(api.get(path).found()).isEqualTo(shown);
        if (owner == Owner.CALLFILTERS) {
            assertThat(api.get(item(owner.collection(), one)).found().get("fallbacks"))
                    .isEqualTo(shown);
        }
        JsonNode unknown = body(owner.reasons.get(0), body("type", "ivr", "ivr_id", 2000000001));
        assertThat(node.heard(() -> {
                    api.put(path, unknown)
                            .refused("Input Error - field 'actionarg1': IVR was not found ('actionarg1': 2000000001)");
                    api.put(path, body(owner.reasons.get(0), body()))
                            .refused("Input Error - " + owner.reasons.get(0)
                                    + ": {'type': ['Missing data for required field.']}");
                }))
                .isEmpty();
        assertThat(api.get(path).found()).isEqualTo(shown);
        api.delete(item("users", user)).done();
        assertThat(api.get(path).found()).isEqualTo(none);
        api.put(path, owner.all(CallKit.NONE)).done();
        api.put(path, body()).done();
        assertThat(api.get(path).found()).isEqualTo(none);
    }

    @ParameterizedTest
    @EnumSource
    void areThoseOfWhatTheCallerSees(Owner owner) {
        JsonNode one = create(owner);
        String path = item(owner.collection(), one) + "/fallbacks";
        String text = "Resource Not Found - " + owner.name + " was not found ('id': " + one.get("id") + ")";
        node.client(tenants.sibling()).get(path).refused(404, text);
        node.client(tenants.sibling()).put(path, body()).refused(404, text);
        api.put(path, owner.all(CallKit.NONE)).done();
        api.delete(item(owner.collection(), one)).done();
        api.get(path).refused(404, text);
    }
}
