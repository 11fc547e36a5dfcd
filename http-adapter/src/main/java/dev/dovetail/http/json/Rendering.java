package dev.dovetail.http.json;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Lookups;

/**
 * Tells what objects are written for.
 *
 * @param call who asks; what is embedded is confined to its scope
 * @param baseUrl scheme, host, port and path that links start with
 * @param lookups what has been looked up for this answer, of all tenants
 * @param rights what the caller may see
 * @since 0.1
 */
public record Rendering(CallContext call, String baseUrl, Lookups lookups, Rights rights) {

    /** Makes a rendering for the application itself, which sees secrets. */
    public Rendering(CallContext call, String baseUrl, Lookups lookups) {
        this(call, baseUrl, lookups, Rights.ALL);
    }
}
