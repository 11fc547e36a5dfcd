package dev.dovetail.http.access;

/**
 * Decides whether a token may do something. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TokenVerifier {

    /**
     * Returns who the token belongs to.
     *
     * @throws dev.dovetail.error.DovetailException of kind UNAUTHENTICATED if the token is unknown or expired,
     *     FORBIDDEN if it does not grant the access, STORE_UNAVAILABLE if that cannot be found out now
     */
    Principal verify(Credentials credentials);
}
