package dev.dovetail.examples.quickstart.user;

import dev.dovetail.plugin.LegacyResourcePlugin;
import dev.dovetail.resource.Resource;

public final class Users implements LegacyResourcePlugin<User, Integer> {
    public static final Resource<User, Integer> USERS =
            Resource.of(User.class, User::id).generatedKey().build();

    @Override
    public Resource<User, Integer> resource() {
        return USERS;
    }
}
