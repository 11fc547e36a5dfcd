package dev.dovetail.examples.telephony.callfiltermember;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.UserList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallFilterUserHttpTest extends HttpTest {
    private JsonNode filter;
    private UserList recipients;
    private UserList surrogates;

    @BeforeEach
    void objects() {
        filter = api.post("/callfilters", body("name", "filter" + next(), "strategy", "all", "source", "all"))
                .created();
        recipients = list("recipients");
        surrogates = list("surrogates");
    }

    private UserList list(String kind) {
        return new UserList(api, item("callfilters", filter), kind, "call_filter", "CallFilter");
    }

    private JsonNode shown(String kind) {
        return api.get(item("callfilters", filter)).found().get(kind).get("users");
    }

    private List<Integer> memberIds() {
        return shown("surrogates")
                .valueStream()
                .map(user -> user.get("member_id").asInt())
                .toList();
    }

    @Covers({"call_filter_surrogate_user/events/associated", "call_filter_surrogate_user/reload"})
    @Test
    void replacesSurrogatesAndTellsEvenWhenNothingChanges() {
        surrogates.replacesAndTells(node, tenant, user(), user());
    }

    @Covers({
        "call_filter/embedded/recipients",
        "call_filter_recipient_user/cardinality",
        "call_filter_recipient_user/events/associated",
        "call_filter_recipient_user/reload"
    })
    @Test
    void replacesTheRecipientAndTellsEvenWhenNothingChanges() {
        JsonNode one = user();
        for (int i = 0; i < 2; i++) {
            assertThat(node.heard(() -> recipients.put(one).done())).containsExactly(recipients.event(tenant, one));
            assertThat(recipients.uuids()).containsExactly(one.get("uuid"));
        }
        assertThat(node.heard(() -> recipients.put().done())).containsExactly(recipients.event(tenant));
        assertThat(recipients.uuids()).isEmpty();
    }

    @Covers({
        "call_filter_recipient_user/embedded_in/call_filter",
        "call_filter_recipient_user/paths/1",
        "call_filter_recipient_user/rules/associate_in_order/1",
        "call_filter_recipient_user/rules/associate_in_order/2",
        "call_filter_recipient_user/rules/associate_in_order/3",
        "call_filter_surrogate_user/embedded_in/call_filter",
        "call_filter_surrogate_user/paths/1",
        "call_filter_surrogate_user/rules/associate_in_order/1",
        "call_filter_surrogate_user/rules/associate_in_order/2",
        "call_filter_surrogate_user/rules/associate_in_order/3"
    })
    @Test
    void refusesStrangersThenRepeatsOrMoreThanOneThenThoseInTheOtherList() {
        JsonNode foreign = user(api.in(tenants.child()));
        JsonNode recipient = user();
        JsonNode surrogate = user();
        recipients.refusesStrangers(node, tenant, recipient, foreign);
        surrogates.refusesStrangersAndRepeats(node, tenant, surrogate, foreign);
        String more = "Resource Error - Operation not permitted. Cannot associate more than one recipient";
        String is = "Resource Error - CallFilter is associated with a " + filter.get("id") + " ('";
        assertThat(node.heard(() -> {
                    recipients.put(recipient, surrogate).refused(more);
                    recipients.put(recipient, recipient).refused(more);
                    recipients
                            .put(surrogate)
                            .refused(is + "surrogate_user_uuid': '"
                                    + surrogate.get("uuid").stringValue() + "')");
                    surrogates
                            .put(surrogate, recipient)
                            .refused(is + "recipient_user_uuid': '"
                                    + recipient.get("uuid").stringValue() + "')");
                }))
                .isEmpty();
        assertThat(recipients.uuids()).containsExactly(recipient.get("uuid"));
        assertThat(surrogates.uuids()).containsExactly(surrogate.get("uuid"));
    }

    @Covers({"call_filter_recipient_user/lookup", "call_filter_surrogate_user/lookup"})
    @Test
    void looksThePathUpAndThenTheUsers() {
        JsonNode hidden = user(node.client(tenants.sibling()));
        recipients.refusesAnythingButUsers(user(), hidden);
        surrogates.refusesAnythingButUsers(user(), hidden);
    }

    @Test
    void takesATimeoutOfTheRecipient() {
        JsonNode user = user("lastname", "Lee");
        recipients.list(List.of(Json.with(UserList.ref(user), "timeout", "12"))).done();
        assertThat(shown("recipients")).containsExactly(Json.with(UserList.shown(user), "timeout", 12));
        recipients.list(List.of(Json.with(UserList.ref(user), "timeout", 0))).done();
        assertThat(shown("recipients")).containsExactly(Json.with(UserList.shown(user), "timeout", null));
        recipients.list(List.of(Json.with(UserList.ref(user), "timeout", 5))).done();
        recipients.put(user).done();
        assertThat(shown("recipients")).containsExactly(Json.with(UserList.shown(user), "timeout", null));
        recipients
                .list(List.of(Json.with(UserList.ref(user), "timeout", -1)))
                .refused("Input Error - users: {0: {'timeout': ['Must be greater than or equal to 0.']}}");
        assertThat(api.get("/callfilters").items())
                .containsExactly(api.get(item("callfilters", filter)).found());
    }

    @Covers("call_filter_surrogate_user/cardinality")
    @Test
    void keepsSurrogatesInOrderAndTheirNumbers() {
        JsonNode one = user();
        JsonNode two = user();
        JsonNode three = user();
        surrogates.put(one, two).done();
        assertThat(shown("surrogates"))
                .containsExactly(
                        Json.with(UserList.shown(one), "member_id", memberIds().get(0), "exten", null),
                        Json.with(UserList.shown(two), "member_id", memberIds().get(1), "exten", null));
        List<Integer> before = memberIds();
        assertThat(before).doesNotHaveDuplicates().doesNotContain(0);
        surrogates
                .list(List.of(Json.with(UserList.ref(three), "member_id", 99), UserList.ref(two)))
                .done();
        assertThat(surrogates.uuids()).containsExactly(three.get("uuid"), two.get("uuid"));
        assertThat(memberIds().get(1)).isEqualTo(before.get(1));
        assertThat(memberIds().get(0)).isNotIn(before).isNotEqualTo(99);
        surrogates.put(two, three).done();
        assertThat(surrogates.uuids()).containsExactly(two.get("uuid"), three.get("uuid"));
    }

    @Covers("call_filter/rules/delete")
    @Test
    void losesUsersThatAreDeletedAndGoesWithItsLists() {
        JsonNode one = user();
        JsonNode two = user();
        JsonNode three = user();
        recipients.put(one).done();
        surrogates.put(two, three).done();
        api.delete(item("users", one)).done();
        api.delete(item("users", two)).done();
        assertThat(recipients.uuids()).isEmpty();
        assertThat(surrogates.uuids()).containsExactly(three.get("uuid"));
        api.delete(item("callfilters", filter)).done();
        api.delete(item("users", three)).done();
    }
}
