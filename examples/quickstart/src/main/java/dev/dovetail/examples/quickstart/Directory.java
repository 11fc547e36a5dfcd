package dev.dovetail.examples.quickstart;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import java.util.List;

/**
 * Users and lines once more, with keys that the store assigns, search, unique numbers, and links that go with the user.
 */
final class Directory {
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

    static final List<Plugin> PLUGINS = List.of(
            ResourcePlugin.of(USERS),
            ResourcePlugin.of(LINES)
                    .forbid(
                            "112 is for emergencies.",
                            change -> change.value().number().equals("112"))
                    .announcesChanges(),
            AssociationPlugin.of(USER_LINES));

    private Directory() {}

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
