package dev.dovetail.examples.telephony.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two requests create the same unique value at the same moment: one does, one is told why not. */
class RaceHttpTest extends HttpTest {

    /** Attempts of a round: 0 and 1, of which either may win. */
    private void race(String collection, int rounds, BiFunction<Integer, Integer, Attempt> attempts) {
        List<String> wrong = new ArrayList<>();
        try (Together two = Together.of(2)) {
            for (int round = 0; round < rounds; round++) {
                List<Attempt> both = List.of(attempts.apply(round, 0), attempts.apply(round, 1));
                List<Reply> replies =
                        two.run(i -> api.post(collection, both.get(i).body()));
                int winner = replies.get(0).status() == 201 ? 0 : 1;
                Reply lost = replies.get(1 - winner);
                String refusal = "[\"" + both.get(1 - winner).refusal() + "\"]\n";
                if (replies.get(winner).status() != 201
                        || lost.status() != 400
                        || !lost.body().equals(refusal)) {
                    wrong.add(round + ": " + replies);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(api.get(collection + "?limit=1").found().get("total").asInt())
                .isEqualTo(rounds);
    }

    private record Attempt(JsonNode body, String refusal) {}

    @Test
    void oneOfTwoUsersGetsAnEmailWhateverItsCase() {
        int base = next();
        race("/users", 1000, (round, i) -> {
            String email = "race" + base + "x" + round + "@example.com";
            String mine = i == 0 ? email : email.toUpperCase(Locale.ROOT);
            return new Attempt(
                    body("firstname", "A", "email", mine),
                    "Resource Error - User already exists ('email': '" + mine + "')");
        });
    }

    @Test
    void oneOfTwoUsersGetsAUsername() {
        int base = next();
        race("/users", 100, (round, i) -> {
            String name = "race" + base + "x" + round;
            return new Attempt(
                    body("firstname", "A", "username", name),
                    "Resource Error - User already exists ('username': '" + name + "')");
        });
    }

    @Test
    void oneOfTwoVoicemailsGetsANumberInAContext() {
        String context = context().get("name").stringValue();
        race(
                "/voicemails",
                100,
                (round, i) -> new Attempt(
                        body("name", "x", "number", "7" + round, "context", context),
                        "Resource Error - Voicemail already exists ('number': '7" + round + "', 'context': '" + context
                                + "')"));
    }

    @Test
    void oneOfTwoVoicemailsOfAUserIsLinked() {
        JsonNode context = context();
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 50; round++) {
                JsonNode user = user();
                List<Reply> replies =
                        two.run(i -> api.post(item("users", user) + "/voicemails", voicemailBody(context)));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 400);
                assertThat(api.get(item("users", user) + "/voicemails").items()).hasSize(1);
            }
        }
        assertThat(api.get("/voicemails").items()).hasSize(50);
    }

    @Test
    void editsOfDifferentFieldsAtTheSameMomentAreBothKept() {
        JsonNode user = user();
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 100; round++) {
                String text = "t" + round;
                two.run(i -> api.put(item("users", user), body(i == 0 ? "lastname" : "userfield", text)))
                        .forEach(Reply::done);
                assertThat(api.get(item("users", user)).found())
                        .isEqualTo(Json.with(user, "lastname", text, "userfield", text));
            }
        }
    }

    /** An extension was left behind in a context that was just being deleted. */
    @Test
    void nothingComesIntoAContextThatIsBeingDeleted() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 50; round++) {
                JsonNode context = context();
                String name = context.get("name").stringValue();
                List<Reply> replies = two.run(i -> i == 0
                        ? api.delete(item("contexts", context))
                        : api.post("/extensions", body("exten", "10", "context", name)));
                boolean deleted = replies.get(0).status() == 204;
                assertThat(replies.get(1).status()).isEqualTo(deleted ? 400 : 201);
                assertThat(replies.get(deleted ? 1 : 0).body())
                        .contains(
                                deleted ? "Context was not found ('context': '" + name + "')" : "is associated with a");
            }
        }
    }
}
