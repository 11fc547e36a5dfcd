package dev.dovetail.examples.unittesting;

import static dev.dovetail.examples.unittesting.Lines.LINES;
import static dev.dovetail.examples.unittesting.UserLines.USER_LINES;
import static dev.dovetail.examples.unittesting.Users.USERS;

import dev.dovetail.context.CallContext;
import dev.dovetail.plugin.Services;

/** Lets people move in: the class of the application that is tested. Thread-safe. */
public final class Reception {
    private final Services services;

    /** Makes a reception over the services of an application, or of a test. */
    public Reception(Services services) {
        this.services = services;
    }

    /** Creates a person with a line, whole or not at all. */
    public User welcome(CallContext call, String name, String number) {
        return services.unitOfWork().call(call, unit -> {
            User user = services.of(USERS).create(call, new User(0, name));
            Line line = services.of(LINES).create(call, new Line(0, number));
            services.of(USER_LINES).associate(call, user.id(), line.id());
            return user;
        });
    }
}
