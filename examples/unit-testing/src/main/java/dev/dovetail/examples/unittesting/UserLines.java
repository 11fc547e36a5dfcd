package dev.dovetail.examples.unittesting;

import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;

/** Who has which line: a line is one person's, and is free again when that person is deleted. */
public final class UserLines {
    public static final Association<User, Integer, Line, Integer> USER_LINES = Association.between(
                    Users.USERS, Lines.LINES)
            .oneLeft()
            .onDeleteLeft(OnDelete.UNLINK)
            .build();

    public static final AssociationPlugin<User, Integer, Line, Integer> PLUGIN = AssociationPlugin.of(USER_LINES);

    private UserLines() {}
}
