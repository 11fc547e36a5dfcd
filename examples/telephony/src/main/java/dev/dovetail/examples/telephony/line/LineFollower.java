package dev.dovetail.examples.telephony.line;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;

/** Keeps something that depends on the main user and the extension of a line. */
public interface LineFollower extends Plugin {

    /** Follows a line that has got another main user, or another extension; within a unit of work. */
    void follow(Services services, Line line);

    /** Lets all that are loaded follow a line. */
    static void all(Services services, Line line) {
        services.plugins(LineFollower.class).forEach(follower -> follower.follow(services, line));
    }
}
