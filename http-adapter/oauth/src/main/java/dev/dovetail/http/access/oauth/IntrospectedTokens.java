package dev.dovetail.http.access.oauth;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.Hashing;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.TokenVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks an authorisation server about tokens (OAuth 2.0 Token Introspection, RFC 7662).
 *
 * <pre>{@code
 * TokenVerifier tokens = IntrospectedTokens.askedAt(URI.create("https://id.example.org/introspect"), "telephony", secret);
 * }</pre>
 *
 * <p>What the server knows is remembered for 30 seconds, or until the token expires; what it does not know never, so
 * that a new token works at once. While it is away, or takes longer than 1.5 s, what is not remembered ends with
 * {@link ErrorKind#STORE_UNAVAILABLE}. At most 10,000 tokens are remembered, by digest (SHA-256) only.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class IntrospectedTokens implements TokenVerifier {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final long MOST_REMEMBERED = 10_000;
    private static final int OK = 200;
    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final Cache<String, Grant> known = CacheBuilder.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final URI endpoint;
    private final String account;
    private final ClaimNames names;
    private final Clock clock;

    private IntrospectedTokens(URI endpoint, String account, ClaimNames names, Clock clock) {
        this.endpoint = endpoint;
        this.account = account;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Returns a verifier that asks at a URL, by an account of its own (RFC 6749 section 2.3.1); nothing is asked yet.
     *
     * @param secret the account's; never logged
     */
    public static IntrospectedTokens askedAt(URI endpoint, String client, String secret) {
        String account = Base64.getEncoder()
                .encodeToString((encoded(client) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
        return new IntrospectedTokens(endpoint, "Basic " + account, ClaimNames.standard(), Clock.systemUTC());
    }

    /** Returns the same with other claims read, and nothing remembered. */
    public IntrospectedTokens claims(ClaimNames read) {
        return new IntrospectedTokens(endpoint, account, read, clock);
    }

    @Override
    public Principal verify(Credentials credentials) {
        String digest = Hashing.sha256()
                .hashString(credentials.token(), StandardCharsets.UTF_8)
                .toString();
        Grant grant = known.getIfPresent(digest);
        if (grant == null || expired(grant)) {
            grant = ask(credentials.token());
            known.put(digest, grant);
        }
        return grant.principal(credentials.access());
    }

    private boolean expired(Grant grant) {
        Instant until = grant.until();
        return until != null && !clock.instant().isBefore(until);
    }

    private Grant ask(String token) {
        Map<String, Object> claims = call(token);
        Grant grant = Boolean.TRUE.equals(claims.get("active")) ? Grant.of(claims, names, expiry(claims)) : null;
        if (grant == null || expired(grant)) {
            throw Errors.technical(ErrorKind.UNAUTHENTICATED, "the token is unknown or has expired", null);
        }
        return grant;
    }

    private static @Nullable Instant expiry(Map<String, Object> claims) {
        return claims.get("exp") instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null;
    }

    private Map<String, Object> call(String token) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Authorization", account)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + encoded(token) + "&token_type_hint=access_token"))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                throw unavailable("it answered " + response.statusCode());
            }
            return json.readValue(response.body(), CLAIMS);
        } catch (IOException e) {
            throw unavailable(e.getClass().getSimpleName());
        } catch (JacksonException e) {
            throw unavailable("its answer is not a JSON object");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("the call was interrupted");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static DovetailException unavailable(String why) {
        return Errors.technical(ErrorKind.STORE_UNAVAILABLE, "the authorisation server cannot be asked: " + why, null);
    }
}
