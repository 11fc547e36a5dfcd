package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.common.Lenient;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.errors.ErrorTexts;
import dev.dovetail.examples.telephony.errors.TextRenderer;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.Protocol;
import dev.dovetail.http.SearchOptions;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.jetty.CrossOrigin;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.openapi.Failures;
import dev.dovetail.http.openapi.OpenApi;
import dev.dovetail.plugin.PluginRegistry;
import java.util.List;
import java.util.UUID;

/**
 * Says how the plugins are served over HTTP: names, types, headers and texts as the clients of this API know them.
 *
 * <p>Everything about HTTP that is not a plugin's is here, and nothing else is.
 */
final class Api {
    /** The path that all others start with. */
    static final String BASE_PATH = "/1.1";

    /** The document of this API, at the path where its clients look for it. */
    private static final OpenApi DOCUMENT = OpenApi.of("Dovetail telephony", "1.1")
            .failures(new Failures(
                    ErrorTexts::status,
                    Response.JSON,
                    Schema.named("Errors", ErrorTexts.class, () -> Schema.listOf(Schema.string()))))
            .yaml("/api/api.yml");

    private static final String TOKEN_HEADER = "X-Auth-Token";
    private static final String TENANT_HEADER = "Wazo-Tenant";
    private static final long MAX_BODY = 40L * 1024 * 1024;

    private Api() {}

    static HttpApi.Builder of(PluginRegistry registry, Authentication authentication) {
        return HttpApi.of(registry)
                .basePath(BASE_PATH)
                .protocol(Protocol.BASIC)
                .naming(Naming.SNAKE_CASE)
                .types(Destinations.of(registry).types(Lenient.types()))
                .search(new SearchOptions(Integer.MAX_VALUE, Integer.MAX_VALUE, true, false, Lenient.queryValues()))
                .errors(new TextRenderer())
                .tokens(authentication.tokens())
                .tenants(authentication.tenants())
                .rootTenant(() -> authentication.masterTenant().map(UUID::toString))
                .tokenHeader(TOKEN_HEADER)
                .tenantHeader(TENANT_HEADER)
                .accessPrefix("confd")
                .newline()
                .emptyValuesAreObjects()
                .maxBody(MAX_BODY)
                .routes(DOCUMENT);
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
