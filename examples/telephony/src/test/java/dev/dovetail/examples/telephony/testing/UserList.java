package dev.dovetail.examples.telephony.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Checks what all lists of users have in common that an object has and that are replaced as a whole.
 *
 * @param owner the path of the object
 * @param kind in paths and answers: {@code callers}
 * @param word for the owner in errors and events: {@code paging}
 * @param name of the owner in errors: {@code Paging}
 */
public record UserList(Client api, String owner, String kind, String word, String name) {
    /** Returns how a list names a user. */
    public static JsonNode ref(JsonNode user) {
        return Json.body("uuid", user.get("uuid"));
    }

    /** Returns the short form of a user. */
    public static JsonNode shown(JsonNode user) {
        return Json.body(
                "uuid",
                user.get("uuid"),
                "firstname",
                user.get("firstname"),
                "lastname",
                user.get("lastname"),
                "links",
                user.get("links"));
    }

    /** Replaces the list. */
    public Reply put(JsonNode... users) {
        return list(Arrays.stream(users).map(UserList::ref).toList());
    }

    /** Replaces the list by whatever. */
    public Reply list(Object list) {
        return api.put(owner + "/" + kind + "/users", Json.body("users", list));
    }

    /** Returns the UUIDs of the list, in its order. */
    public List<JsonNode> uuids() {
        return api.get(owner)
                .found()
                .get(kind)
                .get("users")
                .valueStream()
                .map(user -> user.get("uuid"))
                .toList();
    }

    /** Returns the event of a list. */
    public String event(UUID tenant, JsonNode... users) {
        return Journal.event(
                word + "_" + kind.substring(0, kind.length() - 1) + "_users_associated",
                tenant,
                Json.body(
                        word + "_id",
                        Integer.valueOf(owner.substring(owner.lastIndexOf('/') + 1)),
                        "user_uuids",
                        Stream.of(users).map(user -> user.get("uuid")).toList()));
    }

    /** Checks that the list is replaced, and told of with these reloads, even when nothing changes. */
    public void replacesAndTells(Node node, UUID tenant, JsonNode one, JsonNode two, String... reloads) {
        for (JsonNode[] users : List.of(
                new JsonNode[] {one},
                new JsonNode[] {two, one},
                new JsonNode[] {two, one},
                new JsonNode[] {two},
                new JsonNode[0],
                new JsonNode[0])) {
            String event = event(tenant, users);
            assertThat(node.heard(() -> put(users).done()))
                    .isEqualTo(reloads.length == 0 ? List.of(event) : List.of(Journal.reload(reloads), event));
            assertThat(uuids())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(users).map(user -> user.get("uuid")).toList());
        }
    }

    /**
     * Checks that users of another tenant are refused, and after that users that come twice, and that nothing changes.
     */
    public void refusesStrangersAndRepeats(Node node, UUID tenant, JsonNode one, JsonNode foreign) {
        refusesStrangers(node, tenant, one, foreign);
        assertThat(node.heard(() -> put(one, one)
                        .refused("Resource Error - Operation not permitted."
                                + " Cannot associate same user more than once")))
                .isEmpty();
        assertThat(uuids()).containsExactly(one.get("uuid"));
    }

    /** Checks that users of another tenant are refused, before those that come twice, and that nothing changes. */
    public void refusesStrangers(Node node, UUID tenant, JsonNode one, JsonNode foreign) {
        put(one).done();
        String different = "Resource Error - different tenants ('" + word + "_tenant_uuid': '" + tenant
                + "', 'user_tenant_uuid': '" + foreign.get("tenant_uuid").stringValue() + "')";
        assertThat(node.heard(() -> {
                    put(foreign).refused(different);
                    put(one, foreign, one).refused(different);
                }))
                .isEmpty();
        assertThat(uuids()).containsExactly(one.get("uuid"));
    }

    /** Checks that the path is looked up first, and that users are named by the texts of their UUIDs. */
    public void refusesAnythingButUsers(JsonNode one, JsonNode hidden) {
        String collection = owner.substring(0, owner.lastIndexOf('/'));
        String path = "/" + kind + "/users";
        String unknown = "Resource Not Found - " + name + " was not found ('id': 2000000001)";
        api.put(collection + "/2000000001" + path, Json.body()).refused(404, unknown);
        api.put(collection + "/2000000001" + path, Json.body("users", List.of(Json.body("uuid", "x"))))
                .refused(404, unknown);
        for (String uuid : List.of(Accesses.UUID, "x", "", hidden.get("uuid").stringValue())) {
            list(List.of(ref(one), Json.body("uuid", uuid), Json.body("uuid", "y")))
                    .refused("Input Error - field 'users': User was not found ('uuid': '" + uuid + "')");
        }
        api.put(owner + path, Json.body()).refused("Input Error - users: ['Missing data for required field.']");
        list(null).refused("Input Error - users: ['Field may not be null.']");
        for (Object wrong : List.of("x", 1, true, ref(one))) {
            list(wrong).refused("Input Error - users: ['Invalid type.']");
        }
        list(List.of(Json.body("id", 1), Json.body("uuid", null), Json.body("uuid", 1)))
                .refused("Input Error - users: {0: {'uuid': ['Missing data for required field.']},"
                        + " 1: {'uuid': ['Field may not be null.']}, 2: {'uuid': ['Not a valid string.']}}");
        list(List.of("x")).refused("Input Error - users: {0: {'_schema': ['Invalid input type.']}}");
        assertThat(uuids()).isEmpty();
    }
}
