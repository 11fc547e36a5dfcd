package dev.dovetail.http.json;

import org.jspecify.annotations.Nullable;

/**
 * Says that a body is not JSON, and where.
 *
 * @since 0.1
 */
public final class MalformedJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedJsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
