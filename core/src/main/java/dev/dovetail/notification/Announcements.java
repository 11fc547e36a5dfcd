package dev.dovetail.notification;

/**
 * Takes what is to be announced when the unit of work has been committed; nothing of it is if the unit fails.
 *
 * @since 0.1
 */
public interface Announcements {

    /** Announces an event; events go out in the order announced. */
    void announce(Event event);

    /** Asks for a command; it is sent before the events, and once per unit however often it is asked for. */
    void command(Command command);
}
