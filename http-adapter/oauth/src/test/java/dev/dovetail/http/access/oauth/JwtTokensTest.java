package dev.dovetail.http.access.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JwtTokensTest {
    private static RSAKey key;
    private static RSAKey stranger;
    private static ECKey curve;

    private final FakeServer server = new FakeServer();
    private JwtTokens tokens;

    @BeforeAll
    static void keys() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("1").generate();
        stranger = new RSAKeyGenerator(2048).keyID("1").generate();
        curve = new ECKeyGenerator(Curve.P_256).keyID("2").generate();
    }

    @BeforeEach
    void publish() {
        publish(key, curve);
        tokens = JwtTokens.signedBy(server.uri())
                .issuer("https://id.example.org")
                .audience("telephony")
                .claims(ClaimNames.standard().tenant("tenant"))
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void publish(com.nimbusds.jose.jwk.JWK... keys) {
        server.answer = new JWKSet(List.of(keys)).toString();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://id.example.org")
                .audience("telephony")
                .subject("ann")
                .claim("tenant", "acme")
                .claim("scope", "openid users.#")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(RSAKey by, JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    private Principal verify(String token) {
        return tokens.verify(new Credentials(token, "users.12.read", null));
    }

    private ErrorKind refused(String token) {
        return catchThrowableOfType(DovetailException.class, () -> verify(token))
                .kind();
    }

    @Test
    void tellsWhoActsInWhichTenant() throws Exception {
        assertThat(verify(signed(key, claims().build()))).isEqualTo(new Principal("ann", "acme"));
    }

    @Test
    void knowsEllipticCurvesToo() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("2").build(), claims().build());
        token.sign(new ECDSASigner(curve));
        assertThat(verify(token.serialize()).actor()).isEqualTo("ann");
    }

    @Test
    void takesPatternsFromAnArrayAndHeedsDenials() throws Exception {
        JWTClaimsSet claims =
                claims().claim("scope", List.of("#", "!users.*.read")).build();
        assertThat(refused(signed(key, claims))).isEqualTo(ErrorKind.FORBIDDEN);
        JWTClaimsSet broken =
                claims().claim("scope", List.of("#", "!users.re*d")).build();
        assertThat(refused(signed(key, broken))).isEqualTo(ErrorKind.UNAUTHENTICATED);
    }

    @Test
    void grantsNothingWithoutPatterns() throws Exception {
        assertThat(refused(signed(key, claims().claim("scope", null).build()))).isEqualTo(ErrorKind.FORBIDDEN);
        assertThat(refused(signed(key, claims().claim("scope", "openid").build())))
                .isEqualTo(ErrorKind.FORBIDDEN);
    }

    @Test
    void refusesWhatWasMadeByOthersForOthersOrLongAgo() throws Exception {
        assertThat(refused(signed(stranger, claims().build()))).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(refused(
                        signed(key, claims().issuer("https://evil.example.org").build())))
                .isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(refused(signed(key, claims().audience("mail").build()))).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(refused(signed(
                        key,
                        claims().expirationTime(Date.from(Instant.now().minusSeconds(61)))
                                .build())))
                .isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(refused(signed(key, claims().expirationTime(null).build()))).isEqualTo(ErrorKind.UNAUTHENTICATED);
    }

    @Test
    void refusesWhatIsNotSignedByAPrivateKey() throws Exception {
        assertThat(refused(new PlainJWT(claims().build()).serialize())).isEqualTo(ErrorKind.UNAUTHENTICATED);
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("1").build(), claims().build());
        shared.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        assertThat(refused(shared.serialize())).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(refused("not a token")).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JwtTokens.signedBy(server.uri()).algorithms("HS256"))
                .withMessageContaining("HS256");
    }

    @Test
    void refusesTokensThatNameNobody() throws Exception {
        assertThat(refused(signed(key, claims().subject(null).build()))).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(refused(signed(key, claims().claim("tenant", null).build()))).isEqualTo(ErrorKind.UNAUTHENTICATED);
    }

    @Test
    void fetchesKeysOnceAndFindsNewOnesButNotForEverybody() throws Exception {
        publish(curve);
        SignedJWT first = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("2").build(), claims().build());
        first.sign(new ECDSASigner(curve));
        for (int i = 0; i < 10; i++) {
            verify(first.serialize());
        }
        assertThat(server.bodies).hasSize(1);
        publish(key);
        assertThat(verify(signed(key, claims().build())).actor()).isEqualTo("ann");
        assertThat(server.bodies).hasSize(2);
        RSAKey unknown = new RSAKey.Builder(stranger).keyID("3").build();
        assertThat(refused(signed(unknown, claims().build()))).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(server.bodies).hasSize(2);
    }

    @Test
    void tellsWhenKeysCannotBeFetched() throws Exception {
        server.status = 500;
        assertThat(refused(signed(key, claims().build()))).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
    }

    @Test
    void wantsToKnowWhoseTokensAreTaken() {
        assertThatIllegalStateException()
                .isThrownBy(() -> JwtTokens.signedBy(server.uri())
                        .issuer("https://id.example.org")
                        .build())
                .withMessageContaining("audience");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JwtTokens.signedBy(URI.create("file:///etc/keys")))
                .withMessageContaining("http");
    }
}
