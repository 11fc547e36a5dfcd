package dev.dovetail.examples.telephony.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Checks what every list has in common. */
public final class Lists {
    private static final String INTEGER =
            ": {'message': 'Not a valid integer.', 'constraint_id': 'type', 'constraint': 'integer'}";
    private static final String RANGE =
            ": [{'constraint_id': 'range', 'constraint': {'min': 0}, 'message': 'Must be greater than or equal to 0.'}]";
    private static final String BOOLEAN =
            "Input Error - recurse: {'message': 'Not a valid boolean.', 'constraint_id': 'type', 'constraint': 'boolean'}";

    private final Client api;
    private final String path;
    private final Supplier<JsonNode> maker;

    private Lists(Client api, String path, Supplier<JsonNode> maker) {
        this.api = api;
        this.path = path;
        this.maker = maker;
    }

    /**
     * Returns the checks of a list that is empty.
     *
     * @param maker makes an object
     */
    public static Lists of(Client api, String path, Supplier<JsonNode> maker) {
        return new Lists(api, path, maker);
    }

    private Reply list(String query) {
        return api.get(path + "?" + query);
    }

    private List<String> ids(String query) {
        return list(query).items().stream().map(Json::key).toList();
    }

    private int total(String query) {
        return list(query).found().get("total").asInt();
    }

    /** Checks pages, ignored parameters and those that are refused. */
    public void check() {
        checkInOrderOf("id");
    }

    /** Checks the same of objects that are in the order of a column as they are made. */
    public void checkInOrderOf(String column) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(Json.key(maker.get()));
        }
        String order = "order=" + column + "&";
        pages(order, all);
        assertThat(ids(order + "nothing_like_it=1&direction=asc")).isEqualTo(all);
        assertThat(ids("limit=2&limit=4")).hasSize(2);
        refusals();
        recursions();
    }

    private void pages(String order, List<String> all) {
        assertThat(ids(order)).isEqualTo(all);
        assertThat(ids(order + "limit=2")).isEqualTo(all.subList(0, 2));
        assertThat(ids(order + "limit=2&offset=2")).isEqualTo(all.subList(2, 4));
        assertThat(ids(order + "limit=2&offset=4")).isEqualTo(all.subList(4, 5));
        assertThat(ids(order + "offset=3")).isEqualTo(all.subList(3, 5));
        assertThat(ids(order + "offset=0&limit=5")).isEqualTo(all);
        assertThat(ids(order + "offset=5")).isEmpty();
        assertThat(ids(order + "limit=99999999999&offset=0")).isEqualTo(all);
        assertThat(total("limit=2")).isEqualTo(5);
        assertThat(total("limit=2&offset=9")).isEqualTo(5);
        assertThat(total("search=no-such-thing-anywhere")).isZero();
    }

    private void refusals() {
        for (String parameter : List.of("limit", "offset")) {
            for (String wrong : List.of("x", "1.5", "", "0x1")) {
                list(parameter + "=" + wrong).refused("Input Error - " + parameter + INTEGER);
            }
            list(parameter + "=-1").refused("Input Error - " + parameter + RANGE);
        }
        list("limit=0").refused("Input Error - field 'limit': wrong type. Should be a positive number");
        list("order=nothing").refused("Input Error - order: column 'nothing' was not found");
        list("order=links").refused("Input Error - order: column 'links' was not found");
        for (String wrong : List.of("ASC", "up", "Desc")) {
            list("direction=" + wrong).refused("Input Error - direction: must be 'asc' or 'desc'");
        }
        for (String wrong : List.of("", "maybe", "tRUE", "2", "oN")) {
            list("recurse=" + wrong).refused(BOOLEAN);
        }
    }

    private void recursions() {
        for (String word : List.of("true", "false", "yes", "no", "on", "off", "t", "f", "y", "n", "1", "0")) {
            String upper = word.toUpperCase(java.util.Locale.ROOT);
            for (String form : List.of(word, upper, upper.charAt(0) + word.substring(1))) {
                assertThat(total("recurse=" + form)).isEqualTo(5);
            }
        }
    }
}
