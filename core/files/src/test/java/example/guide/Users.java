package example.guide;

import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;

public final class Users {
    public static final Resource<User, Integer> USERS = Resource.of(User.class, User::id)
            .generatedKey()
            .tenant(User::tenant)
            .version(User::version)
            .unique(User::tenant, User::name)
            .search(User::name, User::email)
            .build();
    public static final EventType<User> USER_CREATED = new EventType<>("user_created", User.class);
    public static final EventType<User> USER_EDITED = new EventType<>("user_edited", User.class);

    public static final ResourcePlugin<User, Integer> PLUGIN = ResourcePlugin.of(USERS)
            .forbid("Root stays.", change -> change.value().name().equals("root"), Operation.DELETE)
            .announces(Notifier.<User>of()
                    .created(USER_CREATED::of)
                    .edited(change -> USER_EDITED.of(change.value()))
                    .build());

    private Users() {}
}
