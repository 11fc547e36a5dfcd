package dev.dovetail.examples.telephony.auth;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.setup.SetupException;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the authentication service. Thread-safe.
 *
 * <p>A service that is away, slow or failing makes every call end with {@link ErrorKind#STORE_UNAVAILABLE}, within
 * 1.5 seconds; the next call tries again. Tokens are never logged: they are in the URLs, so no URL is either.
 */
final class AuthClient {
    private static final Logger LOG = LoggerFactory.getLogger(AuthClient.class);
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;
    private final String account;

    /** Holds what the service answered: a status below 500 and, if it did what it was asked, a body. */
    record Answer(int status, JsonNode body) {
        boolean done() {
            return status / 100 == 2;
        }
    }

    private AuthClient(String url, String account) {
        this.url = url;
        this.account = account;
    }

    /** Returns the client of {@code http://account:password@host:port}. */
    static AuthClient of(URI service) {
        String account = service.getRawUserInfo();
        if (service.getHost() == null || account == null || account.indexOf(':') < 1) {
            throw new SetupException("--auth: not understood (expected: http://account:password@host:port)");
        }
        String port = service.getPort() < 0 ? "" : ":" + service.getPort();
        String path = service.getRawPath() == null ? "" : service.getRawPath().replaceFirst("/+$", "");
        String decoded = URLDecoder.decode(account.replace("+", "%2B"), StandardCharsets.UTF_8);
        return new AuthClient(
                service.getScheme() + "://" + service.getHost() + port + path,
                "Basic " + Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8)));
    }

    /** Asks whether a token is valid, grants an access, and may act in a tenant, and whose it is. */
    Answer token(String token, String access, Optional<String> tenant) {
        String query = "?scope=" + encoded(access)
                + tenant.map(wanted -> "&tenant=" + encoded(wanted)).orElse("");
        return call(request("/0.1/token/" + encoded(token) + query).GET().build());
    }

    /** Asks for the tenants that a token sees at and below a tenant. */
    Answer tenants(String token, String tenant) {
        return call(request("/0.1/tenants")
                .header("X-Auth-Token", token)
                .header("Wazo-Tenant", tenant)
                .GET()
                .build());
    }

    /** Asks for a token of the service's own account. */
    Answer ownToken() {
        return call(request("/0.1/token")
                .header("Authorization", account)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    /** Asks for all the tenants that a token sees. */
    Answer tenants(String token) {
        return call(request("/0.1/tenants").header("X-Auth-Token", token).GET().build());
    }

    /** Asks for a login in a tenant. */
    Answer createUser(String token, UUID tenant, JsonNode login) {
        return call(request("/0.1/users")
                .header("X-Auth-Token", token)
                .header("Wazo-Tenant", tenant.toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(login.toString()))
                .build());
    }

    /** Asks for the end of a login. */
    Answer deleteUser(String token, UUID user) {
        return call(request("/0.1/users/" + user)
                .header("X-Auth-Token", token)
                .DELETE()
                .build());
    }

    /** Returns a token of the service's own account, which is good for a while from now. */
    String freshToken() {
        Answer answer = ownToken();
        if (!answer.done()) {
            throw unavailable("it refuses the account of this server: " + answer.status());
        }
        return answer.body().path("data").path("token").asString("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).header("Accept", "application/json");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer call(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 500) {
                throw unavailable("it answered " + response.statusCode());
            }
            boolean told = response.statusCode() / 100 == 2 && response.body().length > 0;
            return new Answer(response.statusCode(), told ? json.readTree(response.body()) : json.nullNode());
        } catch (IOException e) {
            throw unavailable(e.getClass().getSimpleName());
        } catch (JacksonException e) {
            throw unavailable("its answer is not JSON");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("the call was interrupted");
        }
    }

    /** Makes the failure of a call; without its cause, which may tell the URL. */
    static DovetailException unavailable(String why) {
        LOG.warn("The authentication service cannot be asked: {}", why);
        return Errors.technical(ErrorKind.STORE_UNAVAILABLE, "Authentication service unreachable", null);
    }
}
