package dev.dovetail.examples.telephony.auth;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes and ends the logins of users. Thread-safe. */
public interface Logins {

    /**
     * Makes a login.
     *
     * @param login what the authentication service takes, the {@code uuid} and the {@code username} among it
     * @return the login as the service answers it
     * @throws dev.dovetail.error.DovetailException of kind ALREADY_EXISTS if the name is taken, NOT_PERMITTED if it is
     *     refused, STORE_UNAVAILABLE if the service is away
     */
    JsonNode create(UUID tenant, JsonNode login);

    /**
     * Ends the login of a user, if he has one.
     *
     * @throws dev.dovetail.error.DovetailException of kind STORE_UNAVAILABLE if the service is away
     */
    void delete(UUID user);

    /** Returns what refuses to make logins, since there is no authentication service to keep them. */
    static Logins none() {
        return new Logins() {
            @Override
            public JsonNode create(UUID tenant, JsonNode login) {
                throw Errors.notPermitted(
                                "User", "No authentication service is there to keep the login", Details.none())
                        .toException();
            }

            @Override
            public void delete(UUID user) {}
        };
    }
}
