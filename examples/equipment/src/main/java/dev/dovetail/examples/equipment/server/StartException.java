package dev.dovetail.examples.equipment.server;

/** Says in one line what whoever starts the server can mend. */
final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
