package dev.dovetail.http.openapi;

import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.plugin.LegacyAssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queues with agents, whose links carry something, under all paths that an association may have. */
record QueueMembers()
        implements LegacyAssociationPlugin<QueueMembers.Queue, UUID, QueueMembers.Agent, Integer>, HttpPlugin {
    record Queue(UUID id, String name) {}

    record Agent(int id, String number) {}

    record Member(@Min(0) @Max(99) int penalty, @Nullable String note) {}

    static final Resource<Queue, UUID> QUEUES =
            Resource.of(Queue.class, Queue::id).build();
    static final Resource<Agent, Integer> AGENTS =
            Resource.of(Agent.class, Agent::id).generatedKey().build();
    static final Attributes<Member> MEMBER = Attributes.of(Member.class, new Member(1, null));
    static final Association<Queue, UUID, Agent, Integer> MEMBERS = Association.between(QUEUES, AGENTS)
            .name("queue_member")
            .attributes(MEMBER)
            .build();

    static List<Plugin> plugins() {
        return List.of(ResourcePlugin.of(QUEUES), ResourcePlugin.of(AGENTS), new QueueMembers());
    }

    @Override
    public Association<Queue, UUID, Agent, Integer> association() {
        return MEMBERS;
    }

    @Override
    public void represent(Representations all) {
        all.shape(QUEUES).part("members", all.rights(MEMBERS, all.only(AGENTS, "number"), MEMBER));
        all.shape(AGENTS).part("queues", all.lefts(MEMBERS, all.full(QUEUES)).unscoped());
    }

    @Override
    public void route(Routes routes) {
        routes.association(MEMBERS)
                .path("/queues", "/members")
                .methods(
                        Method.ASSOCIATE,
                        Method.DISSOCIATE,
                        Method.REPLACE,
                        Method.LIST,
                        Method.DISSOCIATE_ALL,
                        Method.CREATE_RIGHT)
                .add();
    }
}
