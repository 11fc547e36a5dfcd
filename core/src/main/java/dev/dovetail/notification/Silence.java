package dev.dovetail.notification;

/** Announces nothing. */
enum Silence implements Notifier<Object> {
    NONE;

    @Override
    public void notify(Object done, Announcements announcements) {}

    @Override
    public boolean isSilent() {
        return true;
    }
}
