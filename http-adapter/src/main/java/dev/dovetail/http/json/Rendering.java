package dev.dovetail.http.json;

import dev.dovetail.context.CallContext;

/**
 * Tells what objects are written for.
 *
 * @param call who asks; what is embedded is confined to its scope
 * @param baseUrl scheme, host, port and path that links start with
 * @since 0.1
 */
public record Rendering(CallContext call, String baseUrl) {}
