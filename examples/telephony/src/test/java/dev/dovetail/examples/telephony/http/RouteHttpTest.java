package dev.dovetail.examples.telephony.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteHttpTest extends HttpTest {
    private static final String UUID = "deadbeef-dead-4bad-8bad-deadbeef0001";

    @Covers("conventions/1/2")
    @Test
    void doesNotKnowOtherPaths() {
        for (String path : List.of(
                "/nothing",
                "/contexts/abc",
                "/contexts/-1",
                "/contexts/1.5",
                "/contexts/" + UUID,
                "/contexts/",
                "/",
                "/users/abc",
                "/users/" + UUID.substring(1),
                "/users/" + UUID.replace("-", ""),
                "/voicemails/x",
                "/endpoints/sip/1",
                "/endpoints/sip/templates/x",
                "/sip/transports/1",
                "/tenants/1",
                "/tenants/x",
                "/contexts/x/contexts",
                "/users/x/voicemails",
                "/users/1/voicemails/x",
                "/users/x/lines",
                "/users/1/lines/x",
                "/users/1/lines/" + UUID,
                "/users/x/services",
                "/users//services",
                "/users/1/services/other",
                "/users/x/forwards/busy",
                "/users/1/forwards/other",
                "/lines/1/endpoints",
                "/lines/1/endpoints/sip",
                "/lines/1/endpoints/sip/1",
                "/lines/1/endpoints/custom/" + UUID,
                "/lines/x/endpoints/custom/1",
                "/extensions/x",
                "/lines/x",
                "/lines/" + UUID,
                "/lines/x/extensions/1",
                "/lines/1/extensions/x",
                "/endpoints",
                "/endpoints/custom/" + UUID,
                "/configuration",
                "/infos/1",
                "/users/1/voicemails/" + UUID,
                "/contexts/1/nothing",
                "/Users")) {
            Reply reply = api.get(path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.header("content-type")).as(path).startsWith("text/html");
            assertThat(reply.body()).as(path).contains("<h1>Not Found</h1>");
        }
        assertThat(node.client().get("/nothing").status()).isEqualTo(404);
    }

    @Covers("conventions/1/3")
    @Test
    void refusesOtherMethodsWithAMessage() {
        for (String route : List.of(
                "PUT /contexts",
                "DELETE /contexts",
                "POST /contexts/1",
                "PATCH /contexts/1",
                "PUT /users",
                "DELETE /users",
                "POST /users/1",
                "POST /users/" + UUID,
                "DELETE /voicemails",
                "POST /voicemails/1",
                "GET /contexts/1/contexts",
                "POST /contexts/1/contexts",
                "DELETE /contexts/1/contexts",
                "PUT /users/1/voicemails",
                "GET /users/1/voicemails/1",
                "DELETE /users/1/voicemails/1",
                "POST /users/1/voicemails/1",
                "GET /users/1/lines",
                "POST /users/1/lines",
                "DELETE /users/1/lines",
                "GET /users/1/lines/1",
                "POST /users/1/lines/1",
                "POST /users/1/services",
                "DELETE /users/1/services",
                "DELETE /users/" + UUID + "/services/dnd",
                "POST /users/1/forwards",
                "DELETE /users/1/forwards/busy",
                "GET /lines/1/endpoints/sip/" + UUID,
                "POST /lines/1/endpoints/custom/1",
                "PUT /endpoints/sip",
                "DELETE /endpoints/sip/templates",
                "POST /endpoints/sip/" + UUID,
                "POST /sip/transports/" + UUID,
                "PUT /extensions",
                "POST /extensions/1",
                "PUT /lines",
                "POST /lines/1",
                "GET /lines/1/extensions",
                "PUT /lines/1/extensions",
                "POST /lines/1/extensions/1",
                "GET /lines/1/extensions/1",
                "DELETE /endpoints/custom",
                "POST /endpoints/custom/1",
                "POST /configuration/live_reload",
                "DELETE /configuration/live_reload",
                "POST /infos",
                "PUT /status",
                "PUT /tenants",
                "DELETE /tenants",
                "PATCH /tenants/" + UUID)) {
            String[] parts = route.split(" ", -1);
            Reply reply = api.send(parts[0], parts[1], "{}");
            assertThat(reply.status()).as(route).isEqualTo(405);
            assertThat(reply.body()).as(route).matches("\\{\"message\":\"[^\"]+\"}\n");
            assertThat(reply.header("content-type")).as(route).startsWith("application/json");
        }
    }

    @Covers("conventions/5/6")
    @Test
    void answersHeadAsGetWithoutABody() {
        var context = context();
        String user = item("users", user());
        for (String path : List.of(
                user + "/services",
                user + "/services/dnd",
                user + "/forwards",
                user + "/forwards/busy",
                "/contexts",
                item("contexts", context),
                "/users",
                "/voicemails",
                "/tenants",
                "/contexts/2000000001",
                "/contexts?limit=x",
                "/nothing",
                "/infos",
                "/status",
                "/configuration/live_reload",
                "/extensions",
                "/lines",
                "/tenants/" + tenant)) {
            Reply get = api.get(path);
            Reply head = api.send("HEAD", path, "");
            assertThat(head.status()).as(path).isEqualTo(get.status());
            assertThat(head.body()).as(path).isEmpty();
            assertThat(head.header("content-type")).as(path).isEqualTo(get.header("content-type"));
        }
    }

    @Covers("conventions/1/4")
    @Test
    void linksByTheUrlThatAProxyIsReachedBy() {
        var context = context();
        var proxied = api.with("X-Forwarded-Proto", "https").with("X-Forwarded-Host", "pbx.example.com");
        String path = "/1.1/contexts/" + context.get("id");
        for (String header : List.of("X-Forwarded-Prefix", "X-Script-Name")) {
            assertThat(proxied.with(header, "/api/confd")
                            .get(item("contexts", context))
                            .found()
                            .get("links"))
                    .containsExactly(body("rel", "contexts", "href", "https://pbx.example.com/api/confd" + path));
        }
        assertThat(proxied.post("/contexts", body("label", "x")).header("location"))
                .startsWith("https://pbx.example.com/1.1/contexts/");
    }
}
