package dev.dovetail.http.access.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.TokenVerifier;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows signed tokens (JWT, RFC 7519) by the keys that an authorisation server publishes (JWKS, RFC 7517).
 *
 * <pre>{@code
 * TokenVerifier tokens = JwtTokens.signedBy(URI.create("https://id.example.org/jwks.json"))
 *         .issuer("https://id.example.org")
 *         .audience("telephony")
 *         .build();
 * }</pre>
 *
 * <p>A token must be signed by RS256 or ES256 (others by {@link Builder#algorithms}; {@code none} and shared secrets
 * never), name this issuer and this audience, and have an expiry; 60 s of difference between clocks are let pass (RFC
 * 7519 section 4.1.4). Keys are remembered for 5 minutes, fetched anew when a token names an unknown one, twice in 30 s
 * at most, so that nobody can have the server flooded, and used for up to 4 hours while it is away.
 *
 * <p>Immutable and thread-safe. Needs {@code com.nimbusds:nimbus-jose-jwt} on the path.
 *
 * @since 0.1
 */
public final class JwtTokens implements TokenVerifier {
    private static final int PATIENCE_MILLIS = 1_500;
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration USED_WHILE_AWAY = Duration.ofHours(4);

    private final DefaultJWTProcessor<SecurityContext> processor;
    private final ClaimNames names;

    private JwtTokens(DefaultJWTProcessor<SecurityContext> processor, ClaimNames names) {
        this.processor = processor;
        this.names = names;
    }

    /**
     * Starts a verifier by the keys at a URL, which is not fetched yet.
     *
     * @throws IllegalArgumentException if it is not an http or https URL
     */
    public static Builder signedBy(URI keys) {
        return new Builder(keys);
    }

    @Override
    public Principal verify(Credentials credentials) {
        return Grant.of(claims(credentials.token()).getClaims(), names, null).principal(credentials.access());
    }

    private JWTClaimsSet claims(String token) {
        try {
            return processor.process(token, null);
        } catch (ParseException | BadJOSEException e) {
            throw Errors.technical(ErrorKind.UNAUTHENTICATED, "the token is not valid: " + e.getMessage(), null);
        } catch (RateLimitReachedException e) {
            throw Errors.technical(ErrorKind.UNAUTHENTICATED, "the token's key is unknown, as of the last look", null);
        } catch (KeySourceException e) {
            throw Errors.technical(ErrorKind.STORE_UNAVAILABLE, "the keys of tokens cannot be fetched", e);
        } catch (JOSEException e) {
            throw Errors.technical(ErrorKind.UNAUTHENTICATED, "the token's signature cannot be checked", null);
        }
    }

    /**
     * Collects what tokens must say. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final URL keys;
        private String issuer = "";
        private String audience = "";
        private ClaimNames names = ClaimNames.standard();
        private Set<JWSAlgorithm> algorithms = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

        private Builder(URI keys) {
            try {
                if (!List.of("http", "https").contains(keys.getScheme())) {
                    throw new IllegalArgumentException("keys: '" + keys + "' (expected: an http or https URL)");
                }
                this.keys = keys.toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("keys: '" + keys + "' (expected: an http or https URL)", e);
            }
        }

        /** Sets who must have made tokens, claim {@code iss}; needed. */
        public Builder issuer(String name) {
            this.issuer = name;
            return this;
        }

        /** Sets for whom tokens must be, claim {@code aud}; needed, or tokens made for others would work here. */
        public Builder audience(String name) {
            this.audience = name;
            return this;
        }

        /** Sets which claims are read; {@link ClaimNames#standard()} unless called. */
        public Builder claims(ClaimNames read) {
            this.names = read;
            return this;
        }

        /**
         * Sets how tokens may be signed, by the names of RFC 7518 section 3.1; RS256 and ES256 unless called.
         *
         * @throws IllegalArgumentException if one is not made by a private key
         */
        public Builder algorithms(String... allowed) {
            Set<JWSAlgorithm> all = new LinkedHashSet<>();
            for (String name : allowed) {
                JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
                if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
                    throw new IllegalArgumentException(
                            "algorithm: '" + name + "' (expected: one that signs by a private key, such as RS256)");
                }
                all.add(algorithm);
            }
            this.algorithms = Set.copyOf(all);
            return this;
        }

        /**
         * Returns the verifier.
         *
         * @throws IllegalStateException if issuer or audience have not been set
         */
        public JwtTokens build() {
            if (issuer.isEmpty() || audience.isEmpty()) {
                throw new IllegalStateException("tell whose tokens are taken: issuer(..) and audience(..)");
            }
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, source()));
            processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                    audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp")));
            return new JwtTokens(processor, names);
        }

        private JWKSource<SecurityContext> source() {
            return JWKSourceBuilder.<SecurityContext>create(
                            keys, new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES))
                    .retrying(true)
                    .outageTolerant(USED_WHILE_AWAY.toMillis())
                    .build();
        }
    }
}
