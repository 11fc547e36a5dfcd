package dev.dovetail.examples.telephony.user;

import dev.dovetail.error.Violation;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.fallback.Fallback;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.examples.telephony.uservoicemail.UserVoicemails;
import dev.dovetail.examples.telephony.voicemail.Voicemail;
import dev.dovetail.examples.telephony.voicemail.Voicemails;
import dev.dovetail.http.Creation;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Child;
import dev.dovetail.http.json.Input;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Reading;
import dev.dovetail.http.json.Representation;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.validation.InputValidator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What bodies of users hold besides columns: a voicemail, lines with all that is theirs, forwards, fallbacks. */
final class UserBodies {
    static final Child<Voicemail> VOICEMAIL =
            Child.one("voicemail", Voicemails.VOICEMAILS).orByKey().completed(UserBodies::nameVoicemail);
    static final Child<Line> LINES = Child.list("lines", Lines.LINES);

    /** The edit of a user that given forwards ask for. */
    static final Input<Edit<User>> FORWARDS = new Input<Edit<User>>(
                    "forwards", Edit.class, true, true, (node, type, reading) -> readForwards(node, reading))
            .as(Forwards.ALL.bodySchema(JsonTypes.strict()));

    /** The fallbacks that a body gives. */
    static final Input<Body<Fallback>> FALLBACKS = new Input<Body<Fallback>>(
                    "fallbacks",
                    Body.class,
                    true,
                    true,
                    (node, type, reading) ->
                            sound(reading.read(node, UserFallbacks.ALL.shape(), Fallbacks.INPUT), reading))
            .as(UserFallbacks.ALL.shape().bodySchema(Destinations.types(JsonTypes.strict())));

    private static final InputValidator<User> USERS_INPUT = InputValidator.of(Users.USERS);

    private UserBodies() {}

    private static void nameVoicemail(ObjectNode user, ObjectNode voicemail) {
        JsonNode first = user.path("firstname");
        JsonNode last = user.path("lastname");
        if (!voicemail.has("name") && first.isString()) {
            voicemail.put("name", first.stringValue() + (last.isString() ? " " + last.stringValue() : ""));
        }
    }

    private static @Nullable Object readForwards(JsonNode node, Reading reading) {
        Body<User> forwards = sound(reading.read(node, Forwards.ALL, USERS_INPUT), reading);
        return forwards == null ? null : forwards.toEdit();
    }

    /** Reports what is wrong with a part of a body; null then. */
    private static <T extends Record> @Nullable Body<T> sound(Body<T> part, Reading reading) {
        for (Violation violation : part.violations()) {
            reading.report(violation.at(reading.path().then(violation.path())));
        }
        return part.violations().isEmpty() ? part : null;
    }

    static void shape(Representation.Builder<User> shape) {
        shape.child(VOICEMAIL).child(LINES).input(FORWARDS).input(FALLBACKS);
    }

    static void follow(ResourceRoutes<User, Integer> users, Services services) {
        var editsForwards = Forwards.all(services);
        users.child(
                        VOICEMAIL,
                        (user, voicemail) -> existing(services, user, voicemail),
                        (user, voicemail) -> services.of(UserVoicemails.USER_VOICEMAIL)
                                .associate(user.call(), user.row().id(), voicemail.id()))
                .child(
                        LINES,
                        (user, line) -> services.of(UserLines.USER_LINE)
                                .associate(user.call(), user.row().id(), line.id()))
                .created(user -> {
                    Edit<User> edit = user.body().value(FORWARDS);
                    if (edit != null) {
                        editsForwards.edit(user.call(), user.row().id(), edit);
                    }
                    Body<Fallback> fallbacks = user.body().value(FALLBACKS);
                    if (fallbacks != null) {
                        UserFallbacks.replace(services, user.call(), user.row(), fallbacks);
                    }
                });
    }

    private static Optional<Voicemail> existing(Services services, Creation<User> user, Body<Voicemail> voicemail) {
        return voicemail.key().map(id -> services.of(Voicemails.VOICEMAILS).get(user.call(), (Integer) id));
    }
}
