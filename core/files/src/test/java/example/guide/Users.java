package example.guide;

import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.LegacyResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;

public final class Users implements LegacyResourcePlugin<User, Integer> {
    public static final Resource<User, Integer> USERS = Resource.of(User.class, User::id)
            .generatedKey()
            .tenant(User::tenant)
            .version(User::version)
            .unique(User::tenant, User::name)
            .search(User::name, User::email)
            .build();
    public static final EventType<User> USER_CREATED = new EventType<>("user_created", User.class);
    public static final EventType<User> USER_EDITED = new EventType<>("user_edited", User.class);

    @Override
    public Resource<User, Integer> resource() {
        return USERS;
    }

    @Override
    public ValidationGroup<User> validation(Services services) {
        return ValidationGroup.<User>builder()
                .common(Rules.unique(services.dao(USERS)))
                .delete(Rules.<Change<User>>forbid(
                        "User", "Root stays.", change -> change.value().name().equals("root")))
                .build();
    }

    @Override
    public Notifier<Change<User>> notifier(Services services) {
        return Notifier.<User>of()
                .created(USER_CREATED::of)
                .edited(change -> USER_EDITED.of(change.value()))
                .build();
    }
}
