package dev.dovetail.examples.telephony.auth;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Has logins in the authentication service, made and ended on the account of this server. */
record AuthLogins(AuthClient client) implements Logins {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    @Override
    public JsonNode create(UUID tenant, JsonNode login) {
        AuthClient.Answer answer = client.createUser(client.freshToken(), tenant, login);
        if (answer.done()) {
            return answer.body();
        }
        Map<String, @Nullable Object> named =
                Details.of("username", login.path("username").asString(""));
        throw switch (answer.status()) {
            case UNAUTHORIZED -> AuthClient.unavailable("it does not let this server make logins");
            case CONFLICT -> Errors.alreadyExists("User", named).toException();
            default ->
                Errors.notPermitted("User", "The authentication service refuses the login", named)
                        .toException();
        };
    }

    @Override
    public void delete(UUID user) {
        AuthClient.Answer answer = client.deleteUser(client.freshToken(), user);
        if (!answer.done() && answer.status() != NOT_FOUND) {
            throw AuthClient.unavailable("it does not let this server end logins: " + answer.status());
        }
    }
}
