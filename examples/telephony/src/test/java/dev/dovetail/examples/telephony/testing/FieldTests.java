package dev.dovetail.examples.telephony.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tests fields of a resource as they are described: in a POST, in a PUT, and in the answer to a GET. */
public final class FieldTests {
    private final Client api;
    private final String collection;
    private final Supplier<ObjectNode> least;

    private FieldTests(Client api, String collection, Supplier<ObjectNode> least) {
        this.api = api;
        this.collection = collection;
        this.least = least;
    }

    /**
     * Returns the tests of fields.
     *
     * @param least makes a body with what is required and nothing else
     */
    public static Stream<DynamicContainer> of(
            Client api, String collection, Supplier<ObjectNode> least, Field... fields) {
        FieldTests tests = new FieldTests(api, collection, least);
        return Arrays.stream(fields)
                .map(field -> DynamicContainer.dynamicContainer(field.name, tests.tests(field).stream()));
    }

    private List<DynamicTest> tests(Field field) {
        List<DynamicTest> tests = new ArrayList<>();
        if (field.required) {
            tests.add(test("is required in a POST, not in a PUT", () -> isRequired(field)));
        } else {
            tests.add(test("has its default when a POST does not give it, kept by a PUT", () -> hasDefault(field)));
        }
        tests.add(test("takes null as it should", () -> takesNull(field)));
        tests.add(test("keeps what is in its bounds", () -> keeps(field)));
        tests.add(test("refuses in a POST what is beyond, and stores nothing", () -> refusesInPost(field)));
        tests.add(test("refuses in a PUT what is beyond, and changes nothing", () -> refusesInPut(field)));
        return tests;
    }

    private static DynamicTest test(String name, Runnable check) {
        return DynamicTest.dynamicTest(name, check::run);
    }

    private void isRequired(Field field) {
        api.post(collection, Json.without(least.get(), field.name))
                .refused("Input Error - " + field.name + ": ['Missing data for required field.']");
        withOne(least.get(), path -> api.put(path, Json.body()).done());
    }

    private void hasDefault(Field field) {
        withOne(least.get(), path -> {
            assertThat(shown(path, field)).isEqualTo(field.byDefault);
            api.put(path, Json.body()).done();
            assertThat(shown(path, field)).isEqualTo(field.byDefault);
        });
    }

    private void takesNull(Field field) {
        if (field.nullable || field.nullOnPost) {
            withOne(
                    Json.with(least.get(), field.name, null),
                    path -> assertThat(shown(path, field))
                            .isEqualTo(field.nullOnPost ? field.byDefault : field.nullShown));
        }
        if (field.nullable) {
            JsonNode first = field.accepted.keySet().iterator().next();
            withOne(with(least.get(), field, first), path -> {
                api.put(path, Json.body(field.name, null)).done();
                assertThat(shown(path, field)).isEqualTo(field.nullShown);
            });
        }
    }

    private void keeps(Field field) {
        field.accepted.forEach((given, shown) -> withOne(
                with(least.get(), field, given),
                path -> assertThat(shown(path, field)).isEqualTo(shown)));
        withOne(
                least.get(),
                path -> field.accepted.forEach((given, shown) -> {
                    api.put(path, with(Json.body(), field, given)).done();
                    assertThat(shown(path, field)).isEqualTo(shown);
                }));
    }

    private void refusesInPost(Field field) {
        int before = api.get(collection).found().get("total").asInt();
        field.refusals(true)
                .forEach((value, text) ->
                        api.post(collection, with(least.get(), field, value)).refused(text));
        assertThat(api.get(collection).found().get("total").asInt()).isEqualTo(before);
    }

    private void refusesInPut(Field field) {
        withOne(least.get(), path -> {
            JsonNode before = api.get(path).found();
            field.refusals(false)
                    .forEach((value, text) ->
                            api.put(path, with(Json.body(), field, value)).refused(text));
            assertThat(api.get(path).found()).isEqualTo(before);
        });
    }

    private static ObjectNode with(ObjectNode base, Field field, JsonNode value) {
        base.setAll(field.alongside);
        base.set(field.name, value);
        return base;
    }

    private JsonNode shown(String path, Field field) {
        return api.get(path).found().path(field.name);
    }

    private interface Check {
        void of(String path);
    }

    /** Deletes the object afterwards, so that values that must be unique can come again. */
    private void withOne(ObjectNode body, Check check) {
        JsonNode created = api.post(collection, body).created();
        String path = collection + "/" + Json.key(created);
        assertThat(api.get(path).found()).isEqualTo(created);
        check.of(path);
        api.delete(path).done();
    }
}
