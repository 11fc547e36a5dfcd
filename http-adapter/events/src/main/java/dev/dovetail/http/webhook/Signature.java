package dev.dovetail.http.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bodies, together with the time, so that an old one cannot be sent again later. */
final class Signature {
    static final String HEADER = "Dovetail-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;

    private final SecretKeySpec key;

    private Signature(SecretKeySpec key) {
        this.key = key;
    }

    static Signature by(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("secret: " + secret.length + " bytes (expected: >= " + SHORTEST + ")");
        }
        return new Signature(new SecretKeySpec(secret, ALGORITHM));
    }

    String of(long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return "t=" + seconds + ",v1="
                    + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
