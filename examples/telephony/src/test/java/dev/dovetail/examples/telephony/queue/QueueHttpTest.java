package dev.dovetail.examples.telephony.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.PlainResource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers({"queue/fields/name", "queue/fields/options"})
class QueueHttpTest extends HttpTest {
    private static final String PATH = "/queues";
    private static final Map<String, String> STORED = options("""
            timeout=0 ringinuse=no reportholdtime=no timeoutrestart=no timeoutpriority=app autofill=yes autopause=no
            setinterfacevar=no setqueueentryvar=no setqueuevar=no min-announce-frequency=60
            random-periodic-announce=no announce-position=yes announce-position-limit=5""");
    private static final Map<String, String> CREATED = options("""
            timeout=15 ringinuse=no reportholdtime=no timeoutrestart=no timeoutpriority=conf autofill=yes autopause=no
            setinterfacevar=no setqueueentryvar=yes setqueuevar=yes min-announce-frequency=60
            random-periodic-announce=no announce-position=yes announce-position-limit=5
            queue-youarenext=queue-youarenext queue-thereare=queue-thereare queue-callswaiting=queue-callswaiting
            queue-holdtime=queue-holdtime queue-minutes=queue-minutes queue-seconds=queue-seconds
            queue-thankyou=queue-thankyou queue-reporthold=queue-reporthold periodic-announce=queue-periodic-announce
            announce-frequency=0 periodic-announce-frequency=0 announce-round-seconds=0 announce-holdtime=no retry=5
            wrapuptime=0 maxlen=0 servicelevel=0 strategy=ringall memberdelay=0 weight=0""");

    private PlainResource queues;

    @BeforeEach
    void resource() {
        queues = new PlainResource(node, PATH, "Queue", "queue", () -> body("name", "queue" + next()));
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new TreeMap<>();
        for (String option : text.split("\\s+")) {
            options.put(option.split("=")[0], option.split("=")[1]);
        }
        return options;
    }

    private static Map<String, String> options(JsonNode queue) {
        Map<String, String> options = new TreeMap<>();
        queue.get("options")
                .forEach(pair ->
                        options.put(pair.get(0).stringValue(), pair.get(1).stringValue()));
        return options;
    }

    private static Field bool(String name, boolean byDefault) {
        return Field.bool(name).byDefault(byDefault);
    }

    private static Field number(String name) {
        return Field.integer(name)
                .nullable()
                .numbers(0, 2147483000)
                .refusing(-1, "Must be greater than or equal to 0.");
    }

    @Covers({
        "queue/fields/announce_hold_time_on_entry",
        "queue/fields/caller_id_mode",
        "queue/fields/caller_id_name",
        "queue/fields/data_quality",
        "queue/fields/dtmf_hangup_callee_enabled",
        "queue/fields/dtmf_hangup_caller_enabled",
        "queue/fields/dtmf_record_callee_enabled",
        "queue/fields/dtmf_record_caller_enabled",
        "queue/fields/dtmf_record_toggle",
        "queue/fields/dtmf_transfer_callee_enabled",
        "queue/fields/dtmf_transfer_caller_enabled",
        "queue/fields/enabled",
        "queue/fields/id",
        "queue/fields/ignore_forward",
        "queue/fields/label",
        "queue/fields/links",
        "queue/fields/mark_answered_elsewhere",
        "queue/fields/music_on_hold",
        "queue/fields/preprocess_subroutine",
        "queue/fields/retry_on_timeout",
        "queue/fields/ring_on_hold",
        "queue/fields/tenant_uuid",
        "queue/fields/timeout",
        "queue/fields/wait_ratio_threshold",
        "queue/fields/wait_time_threshold",
        "queue/id",
        "queue/paths/collection",
        "queue/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                PATH,
                queues.least(),
                Field.string("label")
                        .nullable()
                        .accepting("x")
                        .showing("", null)
                        .maxLength(128),
                bool("data_quality", false),
                bool("dtmf_hangup_callee_enabled", false),
                bool("dtmf_hangup_caller_enabled", false),
                bool("dtmf_transfer_callee_enabled", false),
                bool("dtmf_transfer_caller_enabled", false),
                bool("dtmf_record_callee_enabled", false),
                bool("dtmf_record_caller_enabled", false),
                bool("dtmf_record_toggle", false),
                bool("retry_on_timeout", true),
                bool("ring_on_hold", false),
                number("timeout"),
                bool("announce_hold_time_on_entry", false),
                bool("ignore_forward", true),
                Field.string("preprocess_subroutine").nullable().accepting("").maxLength(79),
                Field.string("music_on_hold")
                        .nullable()
                        .accepting("default", "")
                        .tooLong(128),
                number("wait_time_threshold"),
                Field.any("wait_ratio_threshold")
                        .nullable()
                        .accepting(0.5)
                        .showing(3, 3.0)
                        .showing("1.5", 1.5)
                        .showing("2e1", 20.0)
                        .refusing(-0.5, "Must be greater than or equal to 0.")
                        .refusingAll("Not a valid number.", "", "x", "NaN", "1d", true, List.of(), body("a", 1)),
                Field.choice("caller_id_mode", "prepend", "overwrite", "append").nullable(),
                Field.string("caller_id_name").nullable().accepting("").maxLength(80),
                bool("mark_answered_elsewhere", true),
                bool("enabled", true));
    }

    @Covers("queue/rules/name_general")
    @Test
    void needsANameAndKeepsIt() {
        api.post(PATH, body()).refused("Input Error - name: ['Missing data for required field.']");
        api.post(PATH, body("name", "general")).refused("Input Error - name: ['Invalid input.']");
        api.post(PATH, body("name", null)).refused("Input Error - name: ['Field may not be null.']");
        api.post(PATH, body("name", 1)).refused("Input Error - name: ['Not a valid string.']");
        for (String wrong : List.of("", "a b", "\u00e9")) {
            api.post(PATH, body("name", wrong))
                    .refused("Input Error - name: ['String does not match expected pattern.']");
        }
        api.post(PATH, body("name", "x".repeat(129)))
                .refused("Input Error - name: ['Longer than maximum length 128.']");
        JsonNode queue = queues.create(api, "name", "a-_.Z9" + next());
        for (Object ignored : new Object[] {"other", "general", 1, null}) {
            api.put(queues.item(queue), body("name", ignored)).done();
        }
        assertThat(queues.now(api, queue)).isEqualTo(queue);
    }

    @Test
    void showsWhatIsEmbedded() {
        JsonNode queue = queues.create(api);
        assertThat(queues.now(api, queue)).isEqualTo(queue);
        assertThat(queue.get("tenant_uuid").stringValue()).isEqualTo(tenant.toString());
        assertThat(queue.get("members")).isEqualTo(body("agents", List.of(), "users", List.of()));
        assertThat(queue.get("extensions")).isEmpty();
        assertThat(queue.get("schedules")).isEmpty();
        assertThat(queue.get("wait_time_destination").isNull()).isTrue();
        assertThat(queue.get("wait_ratio_destination").isNull()).isTrue();
        assertThat(queue.get("links")).containsExactly(body("rel", "queues", "href", api.url(queues.item(queue))));
    }

    @Covers({"queue/options/post", "queue/options/read"})
    @Test
    void fillsInTheOptionsOfANewQueue() {
        JsonNode queue = queues.create(api);
        assertThat(options(queue)).isEqualTo(CREATED);
        JsonNode other = queues.create(
                api,
                "options",
                List.of(
                        List.of("strategy", "linear"),
                        List.of("ringinuse", "On"),
                        List.of("autofill", "maybe"),
                        List.of("context", "default"),
                        List.of("queue-thereare", "")));
        Map<String, String> expected = new TreeMap<>(CREATED);
        expected.putAll(Map.of("strategy", "linear", "ringinuse", "yes", "autofill", "no", "context", "default"));
        expected.remove("queue-thereare");
        assertThat(options(other)).isEqualTo(expected);
    }

    @Covers({
        "queue/options/booleans",
        "queue/options/known_others",
        "queue/options/put",
        "queue/options/storage_defaults"
    })
    @Test
    void replacesTheOptions() {
        JsonNode queue = queues.create(api);
        String item = queues.item(queue);
        api.put(item, body("options", queue.get("options"))).done();
        assertThat(queues.now(api, queue)).isEqualTo(queue);
        api.put(item, body("label", "x")).done();
        assertThat(options(queues.now(api, queue))).isEqualTo(CREATED);
        api.put(item, body("options", List.of(List.of("weight", "3"), List.of("setqueuevar", "1"))))
                .done();
        Map<String, String> expected = new TreeMap<>(STORED);
        expected.putAll(Map.of("weight", "3", "setqueuevar", "yes"));
        assertThat(options(queues.now(api, queue))).isEqualTo(expected);
        api.put(item, body("options", List.of())).done();
        assertThat(options(queues.now(api, queue))).isEqualTo(STORED);
    }

    @Covers("queue/options/unknown_names")
    @Test
    void tellsUnknownOptionsBackAndForgetsThem() {
        List<String> unknown = List.of("nothing_like_it", "x");
        JsonNode queue = queues.create(api, "options", List.of(List.of("weight", "3"), unknown));
        Map<String, String> kept = new TreeMap<>(CREATED);
        kept.put("weight", "3");
        Map<String, String> told = new TreeMap<>(kept);
        told.put("nothing_like_it", "x");
        assertThat(options(queue)).isEqualTo(told);
        assertThat(options(queues.now(api, queue))).isEqualTo(kept);
        api.put(queues.item(queue), body("options", List.of(unknown))).done();
        assertThat(options(queues.now(api, queue))).isEqualTo(STORED);
    }

    @Covers("queue/options/pair_error")
    @Test
    void refusesWhatAreNoOptions() {
        assertThat(queues.create(api).get("options")).isNotEmpty();
        String start = "Input Error - options: ";
        api.post(PATH, Json.with(queues.least().get(), "options", List.of(List.of("a"))))
                .refused(start + "{0: ['Length must be 2.']}");
        api.post(PATH, Json.with(queues.least().get(), "options", List.of(List.of("a", 1))))
                .refused(start + "{0: {1: ['Not a valid string.']}}");
        api.post(PATH, Json.with(queues.least().get(), "options", "x")).refused(start + "['Not a valid list.']");
        api.post(PATH, Json.with(queues.least().get(), "options", null)).refused(start + "['Field may not be null.']");
    }

    @Covers({"queue/events/created", "queue/events/deleted", "queue/events/edited", "queue/reload/all"})
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        queues.tellsOfChanges(api, tenant, "module reload app_queue.so");
    }

    @Covers({"queue/rules/create_in_order/1", "queue/rules/create_in_order/4"})
    @Test
    void refusesANameOfAnyTenantAndUnknownMusic() {
        queues.refusesTaken(node.client(tenants.sibling()), api, "name", false);
        JsonNode queue = queues.create(api);
        String text = "Input Error - field 'music_on_hold': MOH was not found ('music_on_hold': 'x')";
        api.post(PATH, Json.with(queues.least().get(), "music_on_hold", "x")).refused(text);
        api.put(queues.item(queue), body("music_on_hold", "x")).refused(text);
        api.post(PATH, body("name", queue.get("name"), "music_on_hold", "x"))
                .refused("Resource Error - Queue already exists ('name': '"
                        + queue.get("name").stringValue() + "')");
    }

    @Covers("queue/rules/create_in_order/2")
    @Test
    void refusesTheNameThatAGroupHas() {
        JsonNode group = new CallKit(api).group();
        api.post(PATH, body("name", group.get("name")))
                .refused("Resource Error - Group already exists ('name': '"
                        + group.get("name").stringValue() + "')");
        assertThat(api.get(PATH).items()).isEmpty();
    }

    @Test
    void sendsThoseWhoWaitTooLongWhereItIsTold() {
        JsonNode user = user();
        JsonNode queue =
                queues.create(api, "wait_time_destination", CallKit.to(user), "wait_ratio_destination", CallKit.NONE);
        assertThat(queue.get("wait_time_destination")).isEqualTo(CallKit.shown(user));
        assertThat(queue.get("wait_ratio_destination")).isEqualTo(CallKit.NONE);
        String item = queues.item(queue);
        api.put(item, body("wait_ratio_destination", CallKit.to(user), "wait_time_destination", null))
                .done();
        assertThat(queues.now(api, queue))
                .isEqualTo(
                        Json.with(queue, "wait_time_destination", null, "wait_ratio_destination", CallKit.shown(user)));
        api.delete(item("users", user)).done();
        assertThat(queues.now(api, queue).get("wait_ratio_destination").isNull())
                .isTrue();
    }

    @Covers({"queue/rules/create_in_order/3", "queue/rules/edit"})
    @Test
    void checksItsNameThenItsDestinationsThenItsMusic() {
        JsonNode queue = queues.create(api);
        ObjectNode wrong = body(
                "wait_time_destination",
                body("type", "user", "user_id", 2000000001),
                "wait_ratio_destination",
                body("type", "ivr", "ivr_id", 2000000002),
                "music_on_hold",
                "x");
        String start = "Input Error - field 'actionarg1': ";
        String noUser = start + "User was not found ('actionarg1': 2000000001)";
        assertThat(node.heard(() -> {
                    api.post(PATH, Json.with(wrong, "name", queue.get("name")))
                            .refused("Resource Error - Queue already exists ('name': '"
                                    + queue.get("name").stringValue() + "')");
                    api.post(PATH, Json.with(wrong, "name", "n" + next())).refused(noUser);
                    api.put(queues.item(queue), wrong).refused(noUser);
                    api.put(queues.item(queue), Json.without(wrong, "wait_time_destination"))
                            .refused(start + "IVR was not found ('actionarg1': 2000000002)");
                    api.put(queues.item(queue), body("wait_time_destination", body("type", "user")))
                            .refused("Input Error - wait_time_destination:"
                                    + " {'user_id': ['Missing data for required field.']}");
                }))
                .isEmpty();
        assertThat(queues.now(api, queue)).isEqualTo(queue);
    }

    @Covers({
        "queue/fields/wait_ratio_destination",
        "queue/fields/wait_time_destination",
        "queue/not_found",
        "queue/tenanted"
    })
    @Test
    void isConfinedToTenantsAndIgnoresWhatIsReadOnly() {
        queues.doesNotKnowOthers(api, node.client(tenants.sibling()));
        queues.ignoresReadOnlyFields(api, "members", "extensions", "schedules");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, PATH, () -> queues.create(api)).check();
    }

    @Covers({
        "queue/list/default_sort",
        "queue/list/filter/label",
        "queue/list/filter/name",
        "queue/list/filter/preprocess_subroutine",
        "queue/list/search"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = queues.create(api, "name", "Bee" + next(), "label", "first");
        JsonNode a = queues.create(api, "name", "Ann" + next(), "preprocess_subroutine", "routine");
        assertThat(api.get(PATH).items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?order=name").items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?order=label&direction=desc").items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?search=FIRST").items()).containsExactly(b);
        assertThat(api.get(PATH + "?search=bEE").items()).containsExactly(b);
        assertThat(api.get(PATH + "?label=first").items()).containsExactly(b);
        assertThat(api.get(PATH + "?preprocess_subroutine=routine").items()).containsExactly(a);
        assertThat(api.get(PATH + "?name=" + a.get("name").stringValue()).items())
                .containsExactly(a);
        api.get(PATH + "?order=timeout").refused("Input Error - order: column 'timeout' was not found");
    }
}
