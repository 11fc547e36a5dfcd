package dev.dovetail.examples.telephony.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Accesses;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AccessHttpTest extends HttpTest {

    /** The objects asked for do not exist, and none can be created: whoever passes gets another refusal than 401. */
    private static Reply ask(Client client, String route) {
        String[] parts = route.split(" ", -1);
        return client.send(parts[0], parts[1], "{\"name\": 5, \"label\": 5}");
    }

    private static void unauthorised(Reply reply) {
        assertThat(reply.status()).as(reply.request()).isEqualTo(401);
        assertThat(reply.header("content-type")).startsWith("application/json");
        assertThat(reply.body()).matches("\\[\"[^\"]+\"]\n");
    }

    @Covers("conventions/2/2")
    @TestFactory
    Stream<DynamicTest> letsExactlyTheNeededAccessPass() {
        return Accesses.byRoute().entrySet().stream()
                .map(route -> DynamicTest.dynamicTest(route.getKey(), () -> {
                    for (String access : Accesses.byRoute().values()) {
                        Reply reply = ask(node.client().token("only-" + access), route.getKey());
                        if (access.equals(route.getValue())) {
                            assertThat(reply.status()).as(access).isIn(200, 201, 400, 404);
                        } else {
                            unauthorised(reply);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoBringsNoTokenOrAnUnknownOne() {
        return Accesses.byRoute().keySet().stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    unauthorised(ask(node.client(), route));
                    unauthorised(ask(node.client().token("unknown"), route));
                    unauthorised(ask(node.client().token(""), route));
                }));
    }

    @Test
    void needsTheSameAccessForHeadAsForGet() {
        Client reader = node.client().token("only-confd.users.read");
        assertThat(reader.send("HEAD", "/users", "").status()).isEqualTo(200);
        assertThat(reader.send("HEAD", "/contexts", "").status()).isEqualTo(401);
    }

    @Test
    void changesNothingForWhoMayNot() {
        var context = context();
        assertThat(node.heard(() -> {
                    Client reader = node.client().token("only-confd.contexts.read");
                    unauthorised(reader.post("/contexts", body("label", "x")));
                    unauthorised(reader.put(item("contexts", context), body("label", "x")));
                    unauthorised(reader.delete(item("contexts", context)));
                }))
                .isEmpty();
        assertThat(api.get("/contexts").items()).containsExactly(context);
    }

    @Covers("conventions/2/5")
    @Test
    void looksAtTheTokenBeforeTheBody() {
        unauthorised(node.client().send("POST", "/contexts", "{malformed"));
    }
}
