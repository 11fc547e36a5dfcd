package dev.dovetail.http;

/**
 * Says how requests reach an API and what they bring.
 *
 * @param basePath the path that all others start with, without a slash at the end
 * @param tokenHeader the header of the token
 * @param tenantHeader the header of the tenant wanted
 * @param accessPrefix the word that names of operations start with; empty for none
 * @param openToAll whether no route needs a token
 * @param tenanted whether a resource has a tenant
 * @since 0.1
 */
public record Addressing(
        String basePath,
        String tokenHeader,
        String tenantHeader,
        String accessPrefix,
        boolean openToAll,
        boolean tenanted) {

    /** Returns whether the token is one of RFC 6750: {@code Authorization: Bearer}. */
    public boolean isBearer() {
        return tokenHeader.equalsIgnoreCase("Authorization");
    }
}
