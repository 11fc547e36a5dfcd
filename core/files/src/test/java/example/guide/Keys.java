package example.guide;

import static example.guide.UserLines.LINES;
import static example.guide.Users.USERS;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;

/** Lets users press a key of their telephone for the line of somebody else. */
final class Keys {
    record Key(int position, boolean blinks) {}

    static final Attributes<Key> KEY = Attributes.of(Key.class, new Key(1, false));
    static final Association<User, Integer, Line, String> USER_KEYS = Association.between(USERS, LINES)
            .name("user_key")
            .attributes(KEY)
            .onDeleteLeft(OnDelete.UNLINK)
            .build();

    private Keys() {}
}
