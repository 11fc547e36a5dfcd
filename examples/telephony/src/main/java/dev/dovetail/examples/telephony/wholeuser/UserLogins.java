package dev.dovetail.examples.telephony.wholeuser;

import dev.dovetail.examples.telephony.auth.Logins;
import dev.dovetail.examples.telephony.common.EmailAddress;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.http.Creation;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.json.Input;
import dev.dovetail.http.json.MayBeAbsent;
import dev.dovetail.http.json.Reading;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.resource.Column;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The login that the body of a new user may ask for: it is made in the authentication service under his UUID. */
final class UserLogins {
    private static final String AUTH = "auth";
    private static final Schema TEXT = Schema.string();
    private static final Input<Given> LOGIN = new Input<Given>(
                    AUTH, Given.class, true, true, (node, type, reading) -> read(node, reading))
            .as(Schema.object()
                    .optional("username", TEXT)
                    .optional("password", TEXT)
                    .optional("firstname", TEXT)
                    .optional("lastname", TEXT)
                    .optional("email_address", TEXT)
                    .optional(
                            "purpose",
                            Schema.oneOf(Stream.of(Purpose.values())
                                    .map(Column::text)
                                    .toList()))
                    .optional("enabled", Schema.bool()));

    /** What a login is for. */
    enum Purpose {
        USER,
        INTERNAL,
        EXTERNAL_API
    }

    /** Holds what a body says of the login; what it leaves out is as the user has it. */
    private record Given(
            @MayBeAbsent @Nullable String username,
            @MayBeAbsent @Nullable String password,
            @MayBeAbsent @Nullable String firstname,
            @MayBeAbsent @Nullable String lastname,
            @MayBeAbsent @Nullable String emailAddress,
            @MayBeAbsent @Nullable Purpose purpose,
            @MayBeAbsent @Nullable Boolean enabled) {

        /** Returns the login of a user as the service takes it. */
        ObjectNode of(User user) {
            String email = first(emailAddress, user.email());
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("uuid", user.uuid().toString())
                    .put(
                            "username",
                            first(username, user.username(), email, user.uuid().toString()))
                    .put("password", first(password, user.password()))
                    .put("firstname", first(firstname, user.firstname()))
                    .put("lastname", first(lastname, user.lastname()))
                    .put("email_address", email)
                    .put("purpose", Column.text(purpose == null ? Purpose.USER : purpose))
                    .put("enabled", enabled == null ? user.enabled() : enabled);
        }

        private static @Nullable String first(@Nullable String... texts) {
            return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
        }
    }

    private UserLogins() {}

    private static @Nullable Object read(JsonNode node, Reading reading) {
        if (!node.isObject()) {
            return reading.wrongType("object");
        }
        Object given = reading.read(node, Given.class);
        String email = given instanceof Given login ? login.emailAddress() : null;
        return email == null || email.matches(EmailAddress.REGEXP)
                ? given
                : reading.report(TelephonyErrors.invalid(
                        reading.resource(),
                        reading.path().field("emailAddress"),
                        EmailAddress.class.getSimpleName(),
                        "Not a valid email address."));
    }

    static void shape(Representation.Builder<User> shape) {
        shape.input(LOGIN).shownOnCreation(AUTH, Schema.object());
    }

    /** Makes the login last: nothing that follows can undo the user then. */
    static void follow(ResourceRoutes<User, Integer> users, Logins logins) {
        users.created(user -> create(logins, user));
    }

    private static void create(Logins logins, Creation<User> user) {
        Given given = user.body().value(LOGIN);
        if (given != null) {
            user.show(
                    AUTH,
                    logins.create(user.row().tenantUuid(), given.of(user.row())).toString());
        }
    }
}
