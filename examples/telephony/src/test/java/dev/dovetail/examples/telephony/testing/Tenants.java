package dev.dovetail.examples.telephony.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Is a family of tenants that one test has to itself.
 *
 * @param parent of own and sibling
 * @param own the one that a test works in
 * @param child below it
 * @param grandchild below that
 * @param sibling beside own
 */
public record Tenants(UUID parent, UUID own, UUID child, UUID grandchild, UUID sibling) {
    /** What the seed gives the slug {@code slug1}. */
    public static final UUID SLUGGED = uuid("slugged");

    /** The tenant above all. */
    public static final UUID MASTER = uuid("master");

    private static final int FAMILIES = 1000;

    static Tenants family(int number) {
        if (number >= FAMILIES) {
            throw new IllegalStateException("more tests than families of tenants: raise FAMILIES");
        }
        return new Tenants(
                uuid("parent" + number),
                uuid("own" + number),
                uuid("child" + number),
                uuid("grandchild" + number),
                uuid("sibling" + number));
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns all tenants and a token for each, {@code all-<tenant>}, and one per entry of {@link Accesses}. */
    static String file() {
        List<String> tenants = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        add(tenants, tokens, MASTER, null);
        add(tenants, tokens, SLUGGED, MASTER);
        for (int i = 0; i < FAMILIES; i++) {
            Tenants family = family(i);
            add(tenants, tokens, family.parent, MASTER);
            add(tenants, tokens, family.own, family.parent);
            add(tenants, tokens, family.sibling, family.parent);
            add(tenants, tokens, family.child, family.own);
            add(tenants, tokens, family.grandchild, family.child);
        }
        Accesses.all().forEach(access -> tokens.add(token("only-" + access, MASTER, access)));
        return "tenants:\n" + String.join("", tenants) + "tokens:\n" + String.join("", tokens);
    }

    private static void add(List<String> tenants, List<String> tokens, UUID uuid, UUID parent) {
        String above = parent == null ? "" : ", parent_uuid: " + parent;
        tenants.add("  - {uuid: " + uuid + ", name: t, slug: t" + above + "}\n");
        tokens.add(token("all-" + uuid, uuid, "#"));
    }

    private static String token(String token, UUID tenant, String access) {
        return "  - {token: '" + token + "', user_uuid: " + MASTER + ", tenant_uuid: " + tenant + ", acl: ['" + access
                + "']}\n";
    }

    /** Returns a seed that gives one tenant a slug. */
    static String seed() {
        return "tenants:\n  - {uuid: " + SLUGGED + ", slug: slug1, sip_templates_generated: true}\n";
    }
}
