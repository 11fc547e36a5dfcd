package dev.dovetail.examples.unittesting;

import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.LegacyResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;

/** People: no two of the same name, and every one that comes or goes is announced. */
public final class Users implements LegacyResourcePlugin<User, Integer> {
    public static final Resource<User, Integer> USERS = Resource.of(User.class, User::id)
            .generatedKey()
            .unique(User::name)
            .search(User::name)
            .build();
    public static final EventType<User> USER_CREATED = new EventType<>("user_created", User.class);
    public static final EventType<User> USER_DELETED = new EventType<>("user_deleted", User.class);

    @Override
    public Resource<User, Integer> resource() {
        return USERS;
    }

    @Override
    public ValidationGroup<User> validation(Services services) {
        return ValidationGroup.<User>builder()
                .common(Rules.unique(services.dao(USERS)))
                .build();
    }

    @Override
    public Notifier<Change<User>> notifier(Services services) {
        return Notifier.<User>of()
                .created(USER_CREATED::of)
                .deleted(USER_DELETED::of)
                .build();
    }
}
