package dev.dovetail.examples.telephony.user;

import static dev.dovetail.examples.telephony.testing.Json.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.examples.telephony.server.TelephonyServer;
import dev.dovetail.examples.telephony.testing.Await;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.StandInAuth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes users with logins in an authentication service. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"h2", "postgresql"})
class UserLoginHttpTest {
    @Parameter
    private String database;

    private final StandInAuth service = new StandInAuth().start();
    private TelephonyServer server;
    private Client api;

    @BeforeEach
    void start() {
        String db = database.equals("h2") ? "mem" : TestPostgresql.newInstallation();
        server = TelephonyServer.start(List.of("--port=0", "--db=" + db, "--auth=" + service.url()));
        api = Client.of(server.url() + "/1.1").token("t");
        // what asks for the server's own token at the start is not counted below
        Await.until("the start is over", () -> service.calls().stream().anyMatch(call -> call.startsWith("POST ")));
    }

    @AfterEach
    void stop() {
        server.close();
        service.close();
    }

    private static ObjectNode ann(Object auth, Object... namesAndValues) {
        return Json.with(body("firstname", "Ann", "auth", auth), namesAndValues);
    }

    private Reply post(JsonNode user) {
        return api.post("/users", user);
    }

    private JsonNode login(JsonNode user) {
        post(user).created();
        return service.logins().get(service.logins().size() - 1);
    }

    private List<String> askedOfLogins() {
        return service.calls().stream().filter(call -> call.contains("/users")).toList();
    }

    @Covers({"user/compound_create/auth_in_response", "user/compound_create/extra_keys_on_post/auth"})
    @Test
    void makesTheLoginAndShowsItAsTheServiceAnswers() {
        ObjectNode given = body(
                "username", "ann",
                "password", "secret",
                "firstname", "Anna",
                "lastname", "Leigh",
                "email_address", "anna@example.com",
                "purpose", "external_api",
                "enabled", false);
        JsonNode user = post(ann(given)).created();
        assertThat(service.logins()).containsExactly(Json.with(given, "uuid", user.get("uuid")));
        assertThat(askedOfLogins()).containsExactly("POST /0.1/users t " + StandInAuth.MASTER);
        assertThat(user.get("auth"))
                .isEqualTo(body(
                        "uuid",
                        user.get("uuid"),
                        "username",
                        "ann",
                        "firstname",
                        "Anna",
                        "lastname",
                        "Leigh",
                        "purpose",
                        "external_api",
                        "enabled",
                        false,
                        "tenant_uuid",
                        StandInAuth.MASTER,
                        "emails",
                        List.of(body("address", "anna@example.com", "main", true))));
        assertThat(api.get("/users/" + user.get("id")).found()).isEqualTo(Json.without(user, "auth"));
    }

    @Test
    void takesWhatIsNotGivenFromTheUser() {
        ObjectNode user = ann(
                body(),
                "lastname",
                "Lee",
                "email",
                "ann@example.com",
                "username",
                "ann.lee",
                "password",
                "secret",
                "enabled",
                false);
        JsonNode login = login(user);
        assertThat(Json.without(login, "uuid"))
                .isEqualTo(body(
                        "username", "ann.lee",
                        "password", "secret",
                        "firstname", "Ann",
                        "lastname", "Lee",
                        "email_address", "ann@example.com",
                        "purpose", "user",
                        "enabled", false));
    }

    @Test
    void namesALoginAfterTheAddressOrElseTheUuid() {
        assertThat(login(ann(body(), "email", "a@example.com")).get("username").stringValue())
                .isEqualTo("a@example.com");
        assertThat(login(ann(body("email_address", "b@example.com"), "email", "c@example.com"))
                        .get("username")
                        .stringValue())
                .isEqualTo("b@example.com");
        JsonNode nameless = login(ann(body()));
        assertThat(nameless.get("username")).isEqualTo(nameless.get("uuid"));
        assertThat(nameless.get("email_address").isNull()).isTrue();
    }

    @Test
    void makesNoneUnlessAsked() {
        for (JsonNode user : List.of(body("firstname", "Ann"), ann(null))) {
            assertThat(post(user).created().has("auth")).isFalse();
        }
        assertThat(askedOfLogins()).isEmpty();
    }

    @Test
    void makesNoUserWhoseLoginIsRefused() {
        ObjectNode user = ann(body("username", "ann"));
        service.answeringLogins(409);
        post(user).refused("Resource Error - User already exists ('username': 'ann')");
        service.answeringLogins(400);
        post(user)
                .refused("Resource Error - Operation not permitted. The authentication service refuses the login"
                        + " ('username': 'ann')");
        for (int status : List.of(401, 500)) {
            service.answeringLogins(status);
            assertThat(post(user).status()).as("%s", status).isEqualTo(503);
        }
        assertThat(api.get("/users").items()).isEmpty();
    }

    @Test
    void makesTheLoginLast() {
        ObjectNode nowhere = body("type", "user", "user_id", 2000000001);
        assertThat(post(ann(body(), "fallbacks", body("busy_destination", nowhere)))
                        .status())
                .isEqualTo(400);
        assertThat(askedOfLogins()).isEmpty();
    }

    @Test
    void checksWhatIsGiven() {
        post(ann(5)).refused("Input Error - auth: {'_schema': ['Invalid input type.']}");
        post(ann(body("username", 5, "purpose", "x", "enabled", "y")))
                .refused("Input Error - auth: {'username': ['Not a valid string.'], 'purpose': ['Must be one of: user,"
                        + " internal, external_api.'], 'enabled': ['Not a valid boolean.']}");
        post(ann(body("username", null))).refused("Input Error - auth: {'username': ['Field may not be null.']}");
        post(ann(body("email_address", "x")))
                .refused("Input Error - auth: {'email_address': ['Not a valid email address.']}");
        assertThat(askedOfLogins()).isEmpty();
        String edit =
                "/users/" + post(body("firstname", "Ann")).created().get("uuid").stringValue() + "?recursive=true";
        api.put(edit, ann(body("username", 5))).refused("Input Error - auth: {'username': ['Not a valid string.']}");
        api.put(edit, ann(body("username", "ann"))).done();
        assertThat(askedOfLogins()).isEmpty();
    }

    @Test
    void endsTheLoginWithAllElseThatIsTheUsers() {
        JsonNode one = post(ann(body())).created();
        JsonNode other = post(body("firstname", "Bob")).created();
        int before = askedOfLogins().size();
        String path = "/users/" + one.get("id");
        service.answeringLogins(500);
        assertThat(api.delete(path + "?recursive=true").status()).isEqualTo(503);
        api.get(path).found();
        service.answeringLogins(200);
        api.delete(path + "?recursive=true").done();
        service.answeringLogins(404);
        api.delete("/users/" + other.get("id") + "?recursive=true").done();
        assertThat(askedOfLogins().stream().skip(before)).containsExactly(asked(one), asked(one), asked(other));
    }

    private static String asked(JsonNode user) {
        return "DELETE /0.1/users/" + user.get("uuid").stringValue() + " t null";
    }
}
