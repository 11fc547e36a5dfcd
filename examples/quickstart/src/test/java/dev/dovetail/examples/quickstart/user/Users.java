package dev.dovetail.examples.quickstart.user;

import dev.dovetail.resource.Resource;

public final class Users {
    public static final Resource<User, Integer> USERS =
            Resource.of(User.class, User::id).generatedKey().build();

    private Users() {}
}
