package dev.dovetail.examples.telephony.wholeuser;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.agent.Agent;
import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.fallback.Fallback;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
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
import dev.dovetail.examples.telephony.wholeline.RecursiveLineDeletion;
import dev.dovetail.examples.telephony.wholeline.RecursiveLineEdit;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Locator;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Naming;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Gives a user what a body like that of a creation holds: forwards, groups, lines, an agent, a voicemail, incalls. What
 * is there and not in the body goes, the user's own fields stay.
 */
record RecursiveEdit(Routes routes, Locator<User, Integer> users) {

    /** Returns what answers a PUT that may ask for it. */
    Endpoint answering(Endpoint standard) {
        return exchange -> exchange.asks("recursive") ? answer(exchange) : standard.answer(exchange);
    }

    private Response answer(Exchange exchange) {
        Services services = routes.services();
        CallContext call = exchange.call();
        return services.unitOfWork().call(call, unit -> {
            User user = lock(services, users, call, exchange.pathValue(0));
            JsonNode json = routes.bodies().read(exchange.request());
            Body<User> body = routes.compound(Users.USERS).representation().read(json, true);
            Optional<Body<Voicemail>> sameVoicemail = sameVoicemail(user, body, json.path("voicemail"));
            throwIfFaulty(body, sameVoicemail);
            Body<Fallback> fallbacks = body.value(UserBodies.FALLBACKS);
            if (fallbacks != null) {
                UserFallbacks.replace(services, call, user, fallbacks);
            }
            Edit<User> forwards = body.value(UserBodies.FORWARDS);
            if (forwards != null) {
                // Its clients know these events twice.
                Forwards.all(services).edit(call, user.id(), forwards);
                Forwards.all(services).edit(call, user.id(), forwards);
            }
            UserGroups.replaceAll(services, call, user, UserBodies.uuids(body.value(UserBodies.GROUPS)));
            editLines(exchange, user, body.children(UserBodies.LINES), json.path("lines"));
            for (Body<Agent> agent : body.children(UserBodies.AGENT)) {
                editAgent(exchange, user, agent, json.path("agent"));
            }
            SwitchboardMemberUsers.leaveAll(services, call, user);
            UserBodies.uuids(body.value(UserBodies.SWITCHBOARDS))
                    .forEach(board -> SwitchboardMemberUsers.join(services, call, user, board));
            for (Body<Voicemail> voicemail : body.children(UserBodies.VOICEMAIL)) {
                editVoicemail(exchange, user, voicemail, sameVoicemail);
            }
            new UserIncalls(routes, call, user).replace(body.value(UserBodies.INCALLS));
            return Response.of(204);
        });
    }

    /** Returns the body of an edit, if the voicemail in a user's body is the one that he has. */
    private Optional<Body<Voicemail>> sameVoicemail(User user, Body<User> body, JsonNode json) {
        return UserVoicemails.voicemailOf(routes.services(), user)
                .filter(present -> body.children(UserBodies.VOICEMAIL).stream()
                        .flatMap(given -> given.key().stream())
                        .anyMatch(key -> key.equals(present.id())))
                .map(present ->
                        routes.representations().of(Voicemails.VOICEMAILS).readEdit(json));
    }

    private static void throwIfFaulty(Body<User> body, Optional<Body<Voicemail>> voicemail) {
        List<Violation> violations = new ArrayList<>(body.violations());
        Path under = Path.of(UserBodies.VOICEMAIL.name());
        voicemail.ifPresent(edit ->
                edit.violations().forEach(fault -> violations.add(fault.at(under.then(fault.path())))));
        if (!violations.isEmpty()) {
            throw new DovetailException(violations);
        }
    }

    /** Locks a user first of all: of two requests at once the second finds what the first has left. */
    static User lock(Services services, Locator<User, Integer> users, CallContext call, String path) {
        services.dao(Users.USERS).lock(users.key(call, path));
        return users.get(call, path);
    }

    /** Edits the lines that stay and makes new ones in the order of the list, then deletes those that are not in it. */
    private void editLines(Exchange exchange, User user, List<Body<Line>> bodies, JsonNode json) {
        Services services = routes.services();
        List<Line> present = UserLines.linesOf(services, user);
        Set<Integer> kept = new HashSet<>();
        for (int i = 0; i < bodies.size(); i++) {
            JsonNode entry = json.get(i);
            Optional<Line> line = present.stream()
                    .filter(its -> id(entry).filter(id -> id == its.id()).isPresent())
                    .findFirst();
            if (line.isPresent()) {
                kept.add(line.get().id());
                new RecursiveLineEdit(routes, exchange).edit(line.get(), entry, i);
            } else {
                Line made = routes.compound(Lines.LINES)
                        .create(exchange, exchange.call(), bodies.get(i))
                        .row();
                services.of(UserLines.USER_LINE).associate(exchange.call(), user.id(), made.id());
            }
        }
        present.stream()
                .filter(line -> !kept.contains(line.id()))
                .forEach(line -> new RecursiveLineDeletion(services).delete(exchange.call(), line.id()));
    }

    /** Returns the key in a body, in the forms that the API takes integers in. */
    private Optional<Integer> id(JsonNode body) {
        Object id = routes.types()
                .read(body.path("id"), Integer.class, "User", Path.of("id"), Naming.SNAKE_CASE, new Violations());
        return Optional.ofNullable((Integer) id);
    }

    /** Edits the agent that the user is, links another if he is none, or makes a new one in place of the present. */
    private void editAgent(Exchange exchange, User user, Body<Agent> body, JsonNode json) {
        Services services = routes.services();
        CallContext call = exchange.call();
        Optional<Agent> present = UserAgents.agentOf(services, user);
        Optional<Integer> id = id(json);
        if (id.isEmpty()) {
            UserAgents.takeAway(services, call, user);
            Agent made =
                    routes.compound(Agents.AGENTS).create(exchange, call, body).row();
            UserBodies.link(services, call, user, made);
        } else if (present.isEmpty()) {
            UserBodies.link(services, call, user, services.of(Agents.AGENTS).get(call, id.get()));
        } else if (present.get().id() == id.get()) {
            // its number is given or filled in like a new one's, but an agent keeps the one that it has
            Edit<Agent> edit = body.toEdit().set(Agents.NUMBER, present.get().number());
            services.of(Agents.AGENTS).edit(call, present.get().id(), edit);
        }
    }

    private void editVoicemail(
            Exchange exchange, User user, Body<Voicemail> body, Optional<Body<Voicemail>> sameVoicemail) {
        Services services = routes.services();
        CallContext call = exchange.call();
        Integer wanted = (Integer) body.key().orElse(null);
        if (wanted != null && sameVoicemail.isPresent()) {
            services.of(Voicemails.VOICEMAILS)
                    .edit(call, wanted, sameVoicemail.get().toEdit());
            return;
        }
        UserVoicemails.takeAway(services, call, user);
        int id = wanted != null
                ? services.of(Voicemails.VOICEMAILS).get(call, wanted).id()
                : routes.compound(Voicemails.VOICEMAILS)
                        .create(exchange, call, body)
                        .row()
                        .id();
        services.of(UserVoicemails.USER_VOICEMAIL).associate(call, user.id(), id);
    }
}
