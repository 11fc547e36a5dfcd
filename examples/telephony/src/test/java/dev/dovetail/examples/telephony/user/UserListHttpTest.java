package dev.dovetail.examples.telephony.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Lists;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserListHttpTest extends HttpTest {
    private List<String> names(String query) {
        return api.get("/users?" + query).items("firstname");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        int[] count = {0};
        Lists.of(api, "/users", () -> user("lastname", "L" + count[0]++)).checkInOrderOf("lastname");
    }

    @Test
    void showsItemsAsAGetDoes() {
        JsonNode user = user("lastname", "Lee", "description", "d");
        assertThat(api.get("/users").items())
                .containsExactly(api.get(item("users", user)).found());
    }

    @Covers({"conventions/4/10", "conventions/4/6"})
    @Test
    void searchesItsColumns() {
        int number = next();
        user(
                "firstname", "Zoë",
                "lastname", "Lee",
                "caller_id", "\"Caller Ça\"",
                "description", "Straße",
                "userfield", "Field",
                "email", "mail" + number + "@example.com",
                "mobile_phone_number", "*555",
                "preprocess_subroutine", "sub-One",
                "outgoing_caller_id", "out",
                "username", "name" + number,
                "subscription_type", 7,
                "password", "secret",
                "timezone", "Zone/Paris",
                "music_on_hold", "default",
                "call_permission_password", "999");
        user("firstname", "Bob");

        for (String found : List.of(
                "zoe",
                "ZO%C3%8B%20lee",
                "e%20l",
                "caller%20ca",
                "strasse",
                "field",
                "mail" + number,
                "*555",
                "SUB-one",
                "out",
                "name" + number,
                "7",
                "z%25lee",
                "zo_%20lee")) {
            assertThat(names("search=" + found)).as(found).containsExactly("Zoë");
        }
        for (String absent : List.of("secret", "Zone/Paris", "default", "999", "zoelee", "false", tenant.toString())) {
            assertThat(names("search=" + absent)).as(absent).isEmpty();
        }
        assertThat(names("search=")).hasSize(2);
        assertThat(names("search=b")).contains("Bob");
    }

    @Covers({
        "conventions/4/12",
        "user/embedded/fallbacks",
        "user/fields/country",
        "user/fields/created_at",
        "user/fields/id",
        "user/fields/links",
        "user/fields/tenant_uuid",
        "user/fields/uuid",
        "user/id",
        "user/list/column_meaning/fullname",
        "user/list/default_sort",
        "user/list/filter/caller_id",
        "user/list/filter/description",
        "user/list/filter/email",
        "user/list/filter/enabled",
        "user/list/filter/firstname",
        "user/list/filter/fullname",
        "user/list/filter/id",
        "user/list/filter/lastname",
        "user/list/filter/mobile_phone_number",
        "user/list/filter/music_on_hold",
        "user/list/filter/outgoing_caller_id",
        "user/list/filter/preprocess_subroutine",
        "user/list/filter/subscription_type",
        "user/list/filter/userfield",
        "user/list/filter/username",
        "user/list/filter/uuid",
        "user/list/search/exten",
        "user/list/search/fullname",
        "user/list/search/provisioning_code",
        "user/list/special_filters/email",
        "user/list/special_filters/uuid_exten_mobile_phone_number",
        "user/paths/collection"
    })
    @Test
    void filtersByEachColumn() {
        int number = next();
        String email = "Mail" + number + "@example.com";
        JsonNode user = user(
                "firstname", "Zoë",
                "lastname", "Lee",
                "caller_id", "\"C\"",
                "description", "d",
                "userfield", "f",
                "email", email,
                "mobile_phone_number", "555",
                "music_on_hold", "default",
                "outgoing_caller_id", "out",
                "preprocess_subroutine", "sub",
                "username", "name" + number,
                "subscription_type", 7,
                "enabled", false);
        JsonNode bob = user("firstname", "Bob", "mobile_phone_number", "666");
        String uuid = user.get("uuid").stringValue();

        for (String filter : List.of(
                "id=" + user.get("id"),
                "uuid=" + uuid,
                "firstname=Zo%C3%AB",
                "lastname=Lee",
                "fullname=Zo%C3%AB%20Lee",
                "caller_id=%22C%22",
                "description=d",
                "userfield=f",
                "email=" + email,
                "email=" + email.toLowerCase(java.util.Locale.ROOT),
                "mobile_phone_number=555",
                "music_on_hold=default",
                "outgoing_caller_id=out",
                "preprocess_subroutine=sub",
                "username=name" + number,
                "enabled=false",
                "enabled=No",
                "enabled=0",
                "enabled=f",
                "subscription_type=7",
                "lastname=Lee&enabled=off&search=zoe")) {
            assertThat(names(filter)).as(filter).containsExactly("Zoë");
        }
        for (String none : List.of(
                "firstname=zo%C3%AB",
                "firstname=Zoe",
                "lastname=lee",
                "username=NAME" + number,
                "description=",
                "fullname=Zo%C3%AB",
                "fullname=zo%C3%AB%20lee",
                "id=x",
                "subscription_type=x",
                "uuid=x",
                "voicemail_number=1",
                "exten=1",
                "exten=1,2",
                "extension=1",
                "context=x",
                "provisioning_code=1",
                "lastname=Lee&enabled=true")) {
            assertThat(names(none)).as(none).isEmpty();
        }
        assertThat(names("enabled=Y")).containsExactly("Bob");
        assertThat(names("enabled=TRUE")).containsExactly("Bob");
        assertThat(names("fullname=Bob%20")).containsExactly("Bob");
        assertThat(names("fullname=Bob")).isEmpty();
        assertThat(names("mobile_phone_number=1,666,555")).containsExactly("Zoë", "Bob");
        assertThat(names("uuid=" + uuid + "," + bob.get("uuid").stringValue())).containsExactly("Zoë", "Bob");
        assertThat(names("uuid=x," + uuid)).containsExactly("Zoë");
        assertThat(names("password=x&timezone=y")).hasSize(2);
        assertThat(api.get("/users?enabled=maybe").status()).isEqualTo(500);
    }

    @Covers({"user/list/special_sort/3", "user/list/special_sort/4"})
    @Test
    void sortsByLastnameInTheDatabaseUnlessAsked() {
        user("firstname", "1", "lastname", "b");
        user("firstname", "2", "lastname", null);
        user("firstname", "3", "lastname", "a");
        user("firstname", "4", "lastname", "c");

        assertThat(names("")).containsExactly("3", "1", "4", "2");
        assertThat(names("order=")).containsExactly("3", "1", "4", "2");
        assertThat(names("direction=desc")).containsExactly("2", "4", "1", "3");
        assertThat(names("limit=2&offset=1")).containsExactly("1", "4");
        for (String ofLines : List.of("exten", "extension", "context", "provisioning_code", "voicemail_number")) {
            assertThat(names("order=" + ofLines)).as(ofLines).containsExactly("3", "1", "4", "2");
            assertThat(names("order=" + ofLines + "&direction=desc"))
                    .as(ofLines)
                    .containsExactly("2", "4", "1", "3");
        }
    }

    @Covers("user/list/special_sort/1")
    @Test
    void sortsAsTextWithoutCaseAndAccentsWhenAskedByAName() {
        for (String column : List.of("lastname", "description", "userfield")) {
            boolean ignoringCase = !column.equals("userfield");
            user("firstname", "1", column, "éb");
            user("firstname", "2", column, null);
            user("firstname", "3", column, "Ec");
            user("firstname", "4", column, "ea");
            user("firstname", "5", column, "");
            user("firstname", "6", column, "f");
            List<String> sorted = ignoringCase ? List.of("4", "1", "3", "6") : List.of("3", "4", "1", "6");

            List<String> ascending = names("order=" + column);
            assertThat(ascending).startsWith(sorted.toArray(String[]::new));
            assertThat(ascending.subList(4, 6)).containsExactlyInAnyOrder("2", "5");
            List<String> descending = names("order=" + column + "&direction=desc");
            assertThat(descending.subList(0, 2)).containsExactlyInAnyOrder("2", "5");
            assertThat(descending.subList(2, 6))
                    .containsExactly(sorted.get(3), sorted.get(2), sorted.get(1), sorted.get(0));
            assertThat(names("order=" + column + "&limit=2&offset=1")).isEqualTo(sorted.subList(1, 3));
            api.get("/users")
                    .items()
                    .forEach(user -> api.delete(item("users", user)).done());
        }
    }

    @Test
    void sortsByFirstnameAndFullnameWithoutCase() {
        user("firstname", "b", "lastname", "1");
        user("firstname", "A", "lastname", "2");
        user("firstname", "É", "lastname", "0");
        user("firstname", "a", "lastname", "1");
        assertThat(names("order=firstname").subList(2, 4)).containsExactly("b", "É");
        assertThat(names("order=fullname")).containsExactly("a", "A", "b", "É");
        assertThat(names("order=fullname&direction=desc")).containsExactly("É", "b", "A", "a");
    }

    @Test
    void sortsNumbersAndSwitchesAsText() {
        user("firstname", "two", "subscription_type", 2, "enabled", true);
        user("firstname", "ten", "subscription_type", 10, "enabled", false);
        user("firstname", "one", "subscription_type", 1, "enabled", false);
        assertThat(names("order=subscription_type")).containsExactly("one", "ten", "two");
        assertThat(names("order=enabled")).endsWith("two");
        assertThat(names("order=enabled&direction=desc")).startsWith("two");
    }

    @Test
    void sortsByEveryOtherColumn() {
        int number = next();
        user(
                "firstname",
                "x",
                "lastname",
                "1",
                "caller_id",
                "\"b\"",
                "email",
                "b" + number + "@example.com",
                "mobile_phone_number",
                "2",
                "music_on_hold",
                "default",
                "outgoing_caller_id",
                "b",
                "preprocess_subroutine",
                "b",
                "username",
                "bb" + number);
        user(
                "firstname",
                "a",
                "lastname",
                "2",
                "caller_id",
                "\"a\"",
                "email",
                "a" + number + "@example.com",
                "mobile_phone_number",
                "10",
                "outgoing_caller_id",
                "a",
                "preprocess_subroutine",
                "a",
                "username",
                "aa" + number);
        for (String column : List.of(
                "caller_id",
                "email",
                "mobile_phone_number",
                "outgoing_caller_id",
                "preprocess_subroutine",
                "username")) {
            assertThat(names("order=" + column)).as(column).containsExactly("a", "x");
            assertThat(names("order=" + column + "&direction=desc")).as(column).containsExactly("x", "a");
        }
        assertThat(names("order=music_on_hold")).containsExactly("x", "a");
        List<String> uuids = api.get("/users?order=uuid").items("uuid");
        assertThat(uuids).isSorted();
        List<String> ids = api.get("/users?order=id").items("id");
        assertThat(ids).isSorted();
    }
}
