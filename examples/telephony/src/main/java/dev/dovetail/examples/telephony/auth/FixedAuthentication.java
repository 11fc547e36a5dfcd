package dev.dovetail.examples.telephony.auth;

import dev.dovetail.examples.telephony.setup.SetupException;
import dev.dovetail.examples.telephony.setup.Uuids;
import dev.dovetail.examples.telephony.setup.Yaml;
import dev.dovetail.examples.telephony.setup.YamlFiles;
import dev.dovetail.http.access.AccessPatterns;
import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.StaticTokens;
import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.access.Tenants;
import dev.dovetail.http.access.TokenVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Knows tokens and tenants that are given at the start: in a file, or one token for development. */
public final class FixedAuthentication implements Authentication {
    /** The master tenant of the sample seed. */
    public static final UUID SAMPLE_MASTER = UUID.fromString("11111111-1111-4111-8111-111111111111");

    /** The tenant below it. */
    public static final UUID SAMPLE_SUB = UUID.fromString("22222222-2222-4222-8222-222222222222");

    private final TokenVerifier tokens;
    private final TenantResolver tenants;
    private final UUID master;
    private final Set<UUID> all;

    private FixedAuthentication(TokenVerifier tokens, TenantResolver tenants, UUID master, Set<UUID> all) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.master = master;
        this.all = Set.copyOf(all);
    }

    /** Returns what knows one token, which has all rights on the tenants of the sample seed. */
    public static FixedAuthentication development(String token) {
        StaticTokens tokens = StaticTokens.builder()
                .token(token, SAMPLE_MASTER.toString(), SAMPLE_MASTER.toString(), "#")
                .build();
        Tenants<UUID> tenants = Tenants.builder(FixedAuthentication::uuid)
                .tenant(SAMPLE_MASTER)
                .tenant(SAMPLE_SUB, SAMPLE_MASTER)
                .build();
        return new FixedAuthentication(tokens, tenants, SAMPLE_MASTER, Set.of(SAMPLE_MASTER, SAMPLE_SUB));
    }

    private static UUID uuid(String text) {
        return Uuids.parse(text).orElseThrow(() -> new IllegalArgumentException("not a UUID"));
    }

    /**
     * Returns what knows the tokens and tenants of a file.
     *
     * @throws SetupException if others can read the file, or it has a mistake
     */
    public static FixedAuthentication of(Path file) {
        Yaml root = YamlFiles.read(file);
        refuseIfOthersCanRead(file);
        root.allow(List.of("tenants", "tokens"));
        Tenants.Builder<UUID> tenants = Tenants.builder(FixedAuthentication::uuid);
        UUID master = null;
        Set<UUID> all = new HashSet<>();
        for (Yaml tenant : root.list("tenants")) {
            tenant.allow(List.of("uuid", "name", "slug", "parent_uuid"));
            UUID uuid = uuid(tenant, "uuid");
            all.add(uuid);
            if (tenant.text("parent_uuid").isPresent()) {
                tenants.tenant(uuid, uuid(tenant, "parent_uuid"));
            } else if (master != null) {
                throw tenant.fault("a second tenant without 'parent_uuid' (expected: one, the master tenant)");
            } else {
                tenants.tenant(uuid);
                master = uuid;
            }
        }
        if (master == null) {
            throw root.fault("tenants: none without 'parent_uuid' (expected: one, the master tenant)");
        }
        try {
            return new FixedAuthentication(tokens(root), tenants.build(), master, all);
        } catch (IllegalArgumentException e) {
            throw new SetupException("file " + file + ": " + e.getMessage(), e);
        }
    }

    private static StaticTokens tokens(Yaml root) {
        StaticTokens.Builder tokens = StaticTokens.builder();
        for (Yaml token : root.list("tokens")) {
            token.allow(List.of("token", "user_uuid", "tenant_uuid", "acl"));
            Principal principal = new Principal(
                    uuid(token, "user_uuid").toString(),
                    uuid(token, "tenant_uuid").toString());
            List<String> patterns =
                    token.list("acl").stream().map(acl -> acl.json().asString()).toList();
            try {
                tokens.token(token.needed("token"), principal, AccessPatterns.of(patterns));
            } catch (IllegalArgumentException e) {
                throw token.fault(String.valueOf(e.getMessage()));
            }
        }
        return tokens.build();
    }

    private static UUID uuid(Yaml of, String name) {
        String text = of.needed(name);
        return Uuids.parse(text).orElseThrow(() -> of.fault("'" + name + "': not a UUID: " + text));
    }

    private static void refuseIfOthersCanRead(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw new SetupException("file " + file + ": others can read its tokens; chmod o-r it");
            }
        } catch (UnsupportedOperationException e) {
            return; // no such permissions on this file system
        } catch (IOException e) {
            throw new SetupException("file " + file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public TokenVerifier tokens() {
        return tokens;
    }

    @Override
    public TenantResolver tenants() {
        return tenants;
    }

    @Override
    public Optional<UUID> masterTenant() {
        return Optional.of(master);
    }

    @Override
    public Set<UUID> allTenants() {
        return all;
    }

    /** Returns true: without an authentication service no token is needed. */
    @Override
    public boolean hasServiceToken() {
        return true;
    }
}
