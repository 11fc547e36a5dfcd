package dev.dovetail.examples.equipment.server;

import com.google.common.base.Splitter;
import dev.dovetail.http.access.StaticTokens;
import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.access.Tenants;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Knows the tokens that the command line gives, and the laboratory's tenants. */
final class Tokens {
    private static final Set<String> TENANTS = Set.of("lab", "lab-a", "lab-b", "other");
    private static final String EXPECTED = " (expected: TOKEN=TENANT[:RIGHT,RIGHT])";

    private Tokens() {}

    /** Returns the tenants: {@code lab} is above {@code lab-a} and {@code lab-b}; {@code other} stands alone. */
    static TenantResolver tenants() {
        return Tenants.builder()
                .tenant("lab")
                .tenant("lab-a", "lab")
                .tenant("lab-b", "lab")
                .tenant("other")
                .build();
    }

    /** Returns a token of the tenant {@code lab} that may do everything. */
    static String random() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * Reads tokens.
     *
     * @throws StartException if one is not understood, or given twice
     */
    static StaticTokens of(List<String> given) {
        StaticTokens.Builder tokens = StaticTokens.builder();
        for (String one : given) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new StartException("--token: no tenant" + EXPECTED);
            }
            String rest = one.substring(equals + 1);
            int colon = rest.indexOf(':');
            String tenant = colon < 0 ? rest : rest.substring(0, colon);
            List<String> rights = colon < 0 ? List.of("#") : Splitter.on(',').splitToList(rest.substring(colon + 1));
            if (!TENANTS.contains(tenant)) {
                throw new StartException("--token: unknown tenant '" + tenant + "' (expected: one of " + TENANTS + ")");
            }
            try {
                tokens.token(one.substring(0, equals), tenant, tenant, rights.toArray(String[]::new));
            } catch (IllegalArgumentException e) {
                throw new StartException("--token: " + e.getMessage(), e);
            }
        }
        return tokens.build();
    }
}
