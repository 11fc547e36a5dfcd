package dev.dovetail.examples.telephony.common;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Links;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;

/**
 * Requires that what is linked belongs to one tenant, even where the caller sees both, and says it as clients know it.
 */
public final class SameTenant {
    private SameTenant() {}

    /**
     * Returns the rule; the tenants are told in the order left, right.
     *
     * @param left the word for the left side in the error: {@code line}
     * @param right the word for the right side
     */
    public static <L extends Record, R extends Record> Rule<Link<L, R>> rule(
            Association<L, ?, R, ?> association, String left, String right) {
        return Rules.sameTenant(association, (mine, other) -> different(left, mine, right, other));
    }

    /** Returns the rule; the tenants are told in the order right, left. */
    public static <L extends Record, R extends Record> Rule<Link<L, R>> rightFirst(
            Association<L, ?, R, ?> association, String left, String right) {
        return Rules.sameTenant(association, (mine, other) -> different(right, other, left, mine));
    }

    /** Returns the rule for a set that is replaced: the first of its rights that belongs to another tenant is told. */
    public static <L extends Record, R extends Record> Rule<Links<L, R>> each(
            Association<L, ?, R, ?> association, String left, String right) {
        Rule<Link<L, R>> one = rule(association, left, right);
        return (links, violations) -> links.after().forEach(other -> {
            if (violations.isEmpty()) {
                one.check(links.linkAfter(other), violations);
            }
        });
    }

    private static Violation different(String first, Object tenant, String second, Object other) {
        return Errors.differentTenants(
                "Link",
                Details.of(first + "_tenant_uuid", tenant.toString(), second + "_tenant_uuid", other.toString()));
    }
}
