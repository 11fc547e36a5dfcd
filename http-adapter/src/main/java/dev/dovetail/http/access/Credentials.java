package dev.dovetail.http.access;

import org.jspecify.annotations.Nullable;

/**
 * States what a request asks leave for.
 *
 * @param token the token sent; never to be logged
 * @param access the name of the operation: {@code users.12.lines.3.update}
 * @param tenant the tenant that the request wants to work in, as sent; null for the token's own
 * @since 0.1
 */
public record Credentials(
        String token, String access, @Nullable String tenant) {
    @Override
    public String toString() {
        return "Credentials[access=" + access + ", tenant=" + tenant + "]";
    }
}
