package dev.dovetail.examples.unittesting;

import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;

/** People: no two of the same name, and every one that comes or goes is announced. */
public final class Users {
    public static final Resource<User, Integer> USERS = Resource.of(User.class, User::id)
            .generatedKey()
            .unique(User::name)
            .search(User::name)
            .build();
    public static final EventType<User> USER_CREATED = new EventType<>("user_created", User.class);
    public static final EventType<User> USER_DELETED = new EventType<>("user_deleted", User.class);

    public static final ResourcePlugin<User, Integer> PLUGIN = ResourcePlugin.of(USERS)
            .announces(Notifier.<User>of()
                    .created(USER_CREATED::of)
                    .deleted(USER_DELETED::of)
                    .build());

    private Users() {}
}
