package example.guide;

import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import dev.dovetail.plugin.LegacyAssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;

public final class UserLines implements LegacyAssociationPlugin<User, Integer, Line, String> {
    public static final Resource<Line, String> LINES =
            Resource.of(Line.class, Line::number).build();
    public static final Association<User, Integer, Line, String> USER_LINES = Association.between(Users.USERS, LINES)
            .oneLeft()
            .ordered()
            .onDeleteLeft(OnDelete.UNLINK)
            .build();
    public static final EventType<String> LINE_GIVEN = new EventType<>("line_given", String.class);

    @Override
    public Association<User, Integer, Line, String> association() {
        return USER_LINES;
    }

    @Override
    public AssociationNotifier<User, Line> notifier(Services services) {
        return AssociationNotifier.<User, Line>builder()
                .associated(link -> LINE_GIVEN.of(link.right().number()))
                .command(Command.of("exchange", "reload"))
                .build();
    }
}
