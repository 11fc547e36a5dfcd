package dev.dovetail.examples.telephony.wholeuser;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Violation;
import dev.dovetail.examples.telephony.agent.Agent;
import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.common.ListInput;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.fallback.Fallback;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.queuemember.AgentQueues;
import dev.dovetail.examples.telephony.switchboardmember.SwitchboardMemberUsers;
import dev.dovetail.examples.telephony.user.Forwards;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.UserFallbacks;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.useragent.UserAgents;
import dev.dovetail.examples.telephony.usergroup.UserGroups;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.examples.telephony.uservoicemail.UserVoicemails;
import dev.dovetail.examples.telephony.voicemail.Voicemail;
import dev.dovetail.examples.telephony.voicemail.Voicemails;
import dev.dovetail.http.Creation;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Child;
import dev.dovetail.http.json.Input;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Reading;
import dev.dovetail.http.json.Representation;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.validation.InputValidator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What bodies of users hold besides columns: what is created with them, what they are linked to, forwards, fallbacks.
 */
final class UserBodies {
    static final Child<Voicemail> VOICEMAIL =
            Child.one("voicemail", Voicemails.VOICEMAILS).orByKey().completed(UserBodies::nameVoicemail);
    static final Child<Line> LINES = Child.list("lines", Lines.LINES);

    static final Child<Agent> AGENT = Child.one("agent", Agents.AGENTS).completed(UserBodies::completeAgent);
    static final Input<ListInput<UserIncalls.Entry>> INCALLS = ListInput.named("incalls", UserIncalls.Entry.class);
    static final Input<ListInput<Ref>> GROUPS = ListInput.named("groups", Ref.class);
    static final Input<ListInput<Ref>> SWITCHBOARDS = ListInput.named("switchboards", Ref.class);

    /** Names a group or a switchboard. */
    record Ref(UUID uuid) {}

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
            (node, type, reading) -> sound(reading.read(node, UserFallbacks.ALL.shape(), Fallbacks.INPUT), reading));

    private static final InputValidator<User> USERS_INPUT = InputValidator.of(Users.USERS);

    private UserBodies() {}

    private static void nameVoicemail(ObjectNode user, ObjectNode voicemail) {
        JsonNode first = user.path("firstname");
        JsonNode last = user.path("lastname");
        if (!voicemail.has("name") && first.isString()) {
            voicemail.put("name", first.stringValue() + (last.isString() ? " " + last.stringValue() : ""));
        }
    }

    /** An agent is named as the user is, and has the number of the first extension of his first line. */
    private static void completeAgent(ObjectNode user, ObjectNode agent) {
        for (String name : List.of("firstname", "lastname")) {
            if (!agent.has(name) && user.has(name)) {
                agent.set(name, user.get(name));
            }
        }
        if (!agent.has("number")) {
            JsonNode number =
                    user.path("lines").path(0).path("extensions").path(0).path("exten");
            agent.set("number", number.isMissingNode() ? agent.nullNode() : number);
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

    static void shape(Representation.Builder<User> shape, Representations all) {
        JsonTypes types = Destinations.of(all.services()).types(JsonTypes.strict());
        shape.child(VOICEMAIL)
                .child(LINES)
                .input(INCALLS)
                .input(GROUPS)
                .input(SWITCHBOARDS)
                .child(AGENT)
                .input(FORWARDS)
                .input(FALLBACKS, UserFallbacks.ALL.shape().bodySchema(types));
    }

    static void follow(ResourceRoutes<User, Integer> users, Routes routes) {
        Services services = routes.services();
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
                .created(user -> lead(routes, user))
                .created(user -> join(services, user))
                .created(user ->
                        user.body().children(AGENT).forEach(agent -> user.show("agent", employ(routes, user, agent))))
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

    private static void lead(Routes routes, Creation<User> user) {
        ListInput<UserIncalls.Entry> incalls = user.body().value(INCALLS);
        if (incalls != null) {
            user.show("incalls", new UserIncalls(routes, user.call(), user.row()).add(incalls));
        }
    }

    private static void join(Services services, Creation<User> user) {
        ListInput<Ref> groups = user.body().value(GROUPS);
        if (groups != null && !groups.entries().isEmpty()) {
            UserGroups.replaceAll(services, user.call(), user.row(), uuids(groups));
            user.show("groups", groups.json().toString());
        }
        ListInput<Ref> boards = user.body().value(SWITCHBOARDS);
        if (boards != null) {
            uuids(boards).forEach(board -> SwitchboardMemberUsers.join(services, user.call(), user.row(), board));
            user.show("switchboards", boards.json().toString());
        }
    }

    static List<UUID> uuids(@Nullable ListInput<Ref> given) {
        return given == null
                ? List.of()
                : given.entries().stream().map(Ref::uuid).toList();
    }

    /** Makes a user an agent; returns how that looks, with its queues as they were given. */
    private static String employ(Routes routes, Creation<User> user, Body<Agent> body) {
        Creation<Agent> agent = routes.compound(Agents.AGENTS).create(user.exchange(), user.call(), body);
        ListInput<AgentQueues.Membership> queues = body.value(AgentQueues.QUEUES);
        agent.show("queues", queues == null ? "null" : queues.json().toString());
        String shown = routes.compound(Agents.AGENTS).json(agent);
        link(routes.services(), user.call(), user.row(), agent.row());
        return shown;
    }

    static void link(Services services, CallContext call, User user, Agent agent) {
        services.of(UserAgents.USER_AGENT).associate(call, user.id(), agent.id());
    }
}
