package dev.dovetail.examples.quickstart;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.error.DovetailException;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.LegacyResourcePlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;

/** Users and their telephone lines, in memory. Needs the core and nothing that is optional. */
public final class InMemory {
    record User(int id, String name) {}

    record Line(int id, String number) {}

    static final Resource<User, Integer> USERS =
            Resource.of(User.class, User::id).generatedKey().search(User::name).build();
    static final Resource<Line, Integer> LINES = Resource.of(Line.class, Line::id)
            .generatedKey()
            .unique(Line::number)
            .build();
    static final Association<User, Integer, Line, Integer> USER_LINES =
            Association.between(USERS, LINES).onDeleteLeft(OnDelete.UNLINK).build();

    static final EventType<Line> LINE_CREATED = new EventType<>("line_created", Line.class);

    /** Lines have a rule and an event; users and links have neither, so their descriptions are enough. */
    record LinePlugin() implements LegacyResourcePlugin<Line, Integer> {
        @Override
        public Resource<Line, Integer> resource() {
            return LINES;
        }

        @Override
        public ValidationGroup<Line> validation(Services services) {
            return ValidationGroup.<Line>builder()
                    .common(Rules.unique(services.dao(LINES)))
                    .common(Rules.forbid("Line", "112 is for emergencies.", change -> isEmergency(change)))
                    .build();
        }

        private static boolean isEmergency(Change<Line> change) {
            return change.value().number().equals("112");
        }

        @Override
        public Notifier<Change<Line>> notifier(Services services) {
            return Notifier.<Line>of().created(LINE_CREATED::of).build();
        }
    }

    static final List<Plugin> PLUGINS =
            List.of(ResourcePlugin.of(USERS), new LinePlugin(), AssociationPlugin.of(USER_LINES));

    private InMemory() {}

    public static void main(String[] args) {
        try (PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(PLUGINS)
                .listener(event -> System.out.println("event: " + event.name() + " of " + event.subject()))
                .load()) {
            tryOut(registry);
        }
    }

    static void tryOut(PluginRegistry registry) {
        CallContext call = CallContext.of(Scope.all()).by("admin");
        User ann = registry.of(USERS).create(call, new User(0, "Ann"));
        Line line = registry.of(LINES).create(call, new Line(0, "1001"));
        registry.of(USER_LINES).associate(call, ann.id(), line.id());
        System.out.println("lines of Ann: " + registry.of(USER_LINES).rights(call, ann.id()));

        registry.of(USERS).edit(call, ann.id(), Edit.of(USERS).set(USERS.column(User::name), "Anna"));
        System.out.println(
                "found: " + registry.of(USERS).search(call, Search.<User>all().text("ANNA")));
        try {
            registry.of(LINES).create(call, new Line(0, "112"));
        } catch (DovetailException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }
}
