package dev.dovetail.examples.telephony.setup;

import org.jspecify.annotations.Nullable;

/** Ends the start because of something that whoever starts the server can mend; its message is one clear line. */
public final class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SetupException(String message) {
        this(message, null);
    }

    public SetupException(String message, @Nullable Throwable cause) {
        super(message.replaceAll("\\s*[\\r\\n]+\\s*", " "), cause);
    }
}
