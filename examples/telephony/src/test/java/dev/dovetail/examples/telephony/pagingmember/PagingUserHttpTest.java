package dev.dovetail.examples.telephony.pagingmember;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.UserList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PagingUserHttpTest extends HttpTest {
    private JsonNode paging;
    private UserList callers;
    private UserList members;

    @BeforeEach
    void objects() {
        paging = api.post("/pagings", body("number", "" + next())).created();
        callers = list("callers");
        members = list("members");
    }

    private UserList list(String kind) {
        return new UserList(api, item("pagings", paging), kind, "paging", "Paging");
    }

    @Covers({
        "paging_caller_user/embedded_in/paging",
        "paging_caller_user/events/associated",
        "paging_caller_user/paths/1",
        "paging_caller_user/reload",
        "paging_member_user/embedded_in/paging",
        "paging_member_user/events/associated",
        "paging_member_user/paths/1",
        "paging_member_user/reload"
    })
    @Test
    void replacesAndTellsEvenWhenNothingChanges() {
        JsonNode one = user();
        JsonNode two = user();
        callers.replacesAndTells(node, tenant, one, two);
        members.replacesAndTells(node, tenant, one, two);
    }

    @Covers({
        "paging_caller_user/rules/associate_in_order/1",
        "paging_caller_user/rules/associate_in_order/2",
        "paging_member_user/rules/associate_in_order/1",
        "paging_member_user/rules/associate_in_order/2"
    })
    @Test
    void refusesStrangersThenRepeats() {
        JsonNode foreign = user(api.in(tenants.child()));
        callers.refusesStrangersAndRepeats(node, tenant, user(), foreign);
        members.refusesStrangersAndRepeats(node, tenant, user(), foreign);
    }

    @Covers({"conventions/7/3", "paging_caller_user/lookup", "paging_member_user/lookup"})
    @Test
    void looksThePathUpAndThenTheUsers() {
        JsonNode hidden = user(node.client(tenants.sibling()));
        callers.refusesAnythingButUsers(user(), hidden);
        members.refusesAnythingButUsers(user(), hidden);
    }

    @Covers({
        "paging/embedded/callers",
        "paging/embedded/members",
        "paging_caller_user/cardinality",
        "paging_member_user/cardinality"
    })
    @Test
    void showsCallersAndMembersWhoMayBeTheSame() {
        JsonNode one = user("lastname", "Lee");
        JsonNode two = user();
        callers.put(one).done();
        members.put(one, two).done();
        JsonNode shown = api.get(item("pagings", paging)).found();
        assertThat(shown.get("callers")).isEqualTo(body("users", List.of(UserList.shown(one))));
        assertThat(shown.get("members").get("users"))
                .containsExactlyInAnyOrder(UserList.shown(one), UserList.shown(two));
        assertThat(api.get("/pagings").items()).containsExactly(shown);
    }

    @Covers("paging/rules/delete")
    @Test
    void losesUsersThatAreDeletedAndGoesWithItsLists() {
        JsonNode one = user();
        JsonNode two = user();
        callers.put(one).done();
        members.put(one, two).done();
        api.delete(item("users", one)).done();
        assertThat(callers.uuids()).isEmpty();
        assertThat(members.uuids()).containsExactly(two.get("uuid"));
        api.delete(item("pagings", paging)).done();
        api.delete(item("users", two)).done();
    }
}
