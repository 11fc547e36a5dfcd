package dev.dovetail.examples.telephony.useragent;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.agent.Agent;
import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.common.Stored;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agent that a user is: one at most; several users may be the same. */
public final class UserAgents implements LegacyAssociationPlugin<User, Integer, Agent, Integer>, HttpPlugin {
    public static final Association<User, Integer, Agent, Integer> USER_AGENT = Association.between(
                    Users.USERS, Agents.AGENTS)
            .oneRight()
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    private static final Resource<FormerAgent, Integer> FORMER = Resource.of(FormerAgent.class, FormerAgent::userId)
            .collection("users_whose_agent_is_gone")
            .build();

    /** Returns the plugin that remembers whose agent has been deleted. */
    public static Plugin former() {
        return new Stored<>(FORMER);
    }

    @Override
    public Association<User, Integer, Agent, Integer> association() {
        return USER_AGENT;
    }

    @Override
    public AssociationValidationGroup<User, Agent> validation(Services services) {
        return AssociationValidationGroup.<User, Agent>builder()
                .stopAtFirst()
                .association(SameTenant.rightFirst(USER_AGENT, "user", "agent"))
                .association((link, violations) -> isNoAgentYet(services, link, violations))
                .build();
    }

    private static void isNoAgentYet(Services services, Link<User, Agent> link, Violations violations) {
        int user = link.left().id();
        List<Integer> present =
                services.dao(USER_AGENT).map(dao -> dao.rights(user)).orElse(List.of());
        if (!present.isEmpty() || services.dao(FORMER).find(user).isPresent()) {
            violations.add(Errors.stillAssociated(
                    "User",
                    "Agent",
                    Details.of("user_id", user, "agent", link.right().id())));
        }
    }

    @Override
    public void rightUnlinked(Services services, Change<Agent> deletion, List<Integer> users) {
        users.forEach(user -> services.dao(FORMER)
                .createIfAbsent(new FormerAgent(user, deletion.value().id())));
    }

    /** Returns the agent that a user is. */
    public static Optional<Agent> agentOf(Services services, User user) {
        return services.lookups().rights(USER_AGENT, List.of(user)).get().getOrDefault(user.id(), List.of()).stream()
                .findFirst();
    }

    /** Deletes the agent that a user is, once the user is it no more; does nothing if he is none. */
    public static void takeAway(Services services, CallContext call, User user) {
        agentOf(services, user).ifPresent(agent -> {
            services.of(USER_AGENT).dissociate(call, user.id(), agent.id());
            services.of(Agents.AGENTS).delete(call, agent.id());
        });
    }

    @Override
    public AssociationNotifier<User, Agent> notifier(Services services) {
        return BusEvents.<User, Agent>ofLinks(
                        USER_AGENT.name(),
                        (link, event) -> BusScope.user(
                                link.left().tenantUuid(), link.left().uuid(), event),
                        link -> Map.of(
                                "user_uuid",
                                link.left().uuid(),
                                "agent_id",
                                link.right().id()))
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Users.USERS).part("agent", all.rights(USER_AGENT, all.only(Agents.AGENTS, "id", "number", "links")));
        all.shape(Agents.AGENTS)
                .part("users", all.lefts(USER_AGENT, all.only(Users.USERS, "uuid", "firstname", "lastname", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(USER_AGENT)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE_ALL)
                .add();
    }
}
