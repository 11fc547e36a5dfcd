package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.errors.ErrorTexts;
import dev.dovetail.examples.telephony.errors.TextRenderer;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.examples.telephony.style.TelephonyStyle;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.SearchOptions;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.jetty.CrossOrigin;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.openapi.Failures;
import dev.dovetail.http.openapi.OpenApi;
import dev.dovetail.plugin.PluginRegistry;
import java.util.List;
import java.util.UUID;

/**
 * Says how the plugins are served over HTTP: at {@code /1.1} as the clients of old know them, at {@code /api} in the
 * whole protocol of the library. Tokens, tenants and rights are the same at both.
 *
 * <p>Everything about HTTP that is not a plugin's or the {@linkplain TelephonyStyle style's} is here, and nothing else
 * is.
 */
final class Api {
    /** The path of what clients of old know. */
    static final String BASE_PATH = "/1.1";

    /** The path of the whole protocol. */
    static final String WHOLE_PATH = "/api";

    /** The document of what is at {@code /1.1}, where its clients look for it. */
    private static final OpenApi DOCUMENT = OpenApi.of("Dovetail telephony", "1.1")
            .failures(new Failures(
                    ErrorTexts::status,
                    Response.JSON,
                    Schema.named("Errors", ErrorTexts.class, () -> Schema.listOf(Schema.string()))))
            .yaml("/api/api.yml");

    private static final OpenApi WHOLE_DOCUMENT =
            OpenApi.of("Dovetail telephony", "2").json("/openapi.json").yaml("/openapi.yaml");

    private static final String TOKEN_HEADER = "X-Auth-Token";
    private static final String TENANT_HEADER = "Wazo-Tenant";
    private static final long MAX_BODY = 40L * 1024 * 1024;

    private Api() {}

    /** Serves the plugins as the clients of old know them. */
    static HttpApi.Builder of(PluginRegistry registry, Authentication authentication) {
        return common(registry, authentication)
                .basePath(BASE_PATH)
                .style(new TelephonyStyle(BASE_PATH))
                .search(new SearchOptions(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .errors(new TextRenderer())
                .routes(DOCUMENT);
    }

    /** Serves the plugins in the whole protocol. */
    static HttpApi.Builder whole(PluginRegistry registry, Authentication authentication) {
        return common(registry, authentication).basePath(WHOLE_PATH).routes(WHOLE_DOCUMENT);
    }

    private static HttpApi.Builder common(PluginRegistry registry, Authentication authentication) {
        return HttpApi.of(registry)
                .naming(Naming.SNAKE_CASE)
                .types(Destinations.of(registry).types(Loose.types(JsonTypes.strict())))
                .tokens(authentication.tokens())
                .tenants(authentication.tenants())
                .rootTenant(() -> authentication.masterTenant().map(UUID::toString))
                .tokenHeader(TOKEN_HEADER)
                .tenantHeader(TENANT_HEADER)
                .accessPrefix("confd")
                .maxBody(MAX_BODY);
    }

    /**
     * Lets web pages of these origins use this API.
     *
     * @throws IllegalArgumentException if one is no origin
     */
    static CrossOrigin crossOrigin(List<String> origins) {
        return CrossOrigin.of(origins.get(0), origins.subList(1, origins.size()).toArray(String[]::new))
                .methods("GET", "HEAD", "POST", "PUT", "DELETE")
                .headers(TOKEN_HEADER, TENANT_HEADER);
    }
}
