package dev.dovetail.examples.quickstart;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;

/** Users and their telephone lines, in memory. Needs the core and nothing that is optional. */
public final class InMemory {
    record User(int id, String name) {}

    record Line(String number) {}

    static final Resource<User, Integer> USERS =
            Resource.of(User.class, User::id).generatedKey().build();
    static final Resource<Line, String> LINES =
            Resource.of(Line.class, Line::number).build();
    static final Association<User, Integer, Line, String> USER_LINES =
            Association.between(USERS, LINES).build();

    public static void main(String[] args) {
        ResourcePlugin<Line, String> lines = ResourcePlugin.of(LINES)
                .forbid(
                        "112 is for emergencies.",
                        change -> change.value().number().equals("112"))
                .announcesChanges();
        try (PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(ResourcePlugin.of(USERS), lines, AssociationPlugin.of(USER_LINES))
                .listener(event -> System.out.println("event: " + event.name() + " of " + event.subject()))
                .load()) {
            CallContext call = CallContext.of(Scope.all());
            User ann = registry.of(USERS).create(call, new User(0, "Ann"));
            registry.of(LINES).create(call, new Line("1001"));
            registry.of(USER_LINES).associate(call, ann.id(), "1001");
            System.out.println("lines of Ann: " + registry.of(USER_LINES).rights(call, ann.id()));
        }
    }
}
