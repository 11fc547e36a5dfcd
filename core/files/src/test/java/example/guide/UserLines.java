package example.guide;

import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;

public final class UserLines {
    public static final Resource<Line, String> LINES =
            Resource.of(Line.class, Line::number).build();
    public static final Association<User, Integer, Line, String> USER_LINES = Association.between(Users.USERS, LINES)
            .oneLeft()
            .ordered()
            .onDeleteLeft(OnDelete.UNLINK)
            .build();
    public static final EventType<String> LINE_GIVEN = new EventType<>("line_given", String.class);

    public static final AssociationPlugin<User, Integer, Line, String> PLUGIN = AssociationPlugin.of(USER_LINES)
            .announces(AssociationNotifier.<User, Line>builder()
                    .associated(link -> LINE_GIVEN.of(link.right().number()))
                    .build())
            .command(Command.of("exchange", "reload"));

    private UserLines() {}
}
