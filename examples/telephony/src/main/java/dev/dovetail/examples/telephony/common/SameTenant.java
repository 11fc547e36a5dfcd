package dev.dovetail.examples.telephony.common;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Link;
import dev.dovetail.validation.Rule;
import java.util.UUID;
import java.util.function.Function;

/** Requires that what is linked belongs to one tenant, even where the caller sees both. */
public final class SameTenant {
    private SameTenant() {}

    /**
     * Returns the rule; the sides are told in the order left, right.
     *
     * @param left the word for the left side in the error: {@code line}
     * @param right the word for the right side
     */
    public static <L, R> Rule<Link<L, R>> rule(
            String left, Function<L, UUID> leftTenant, String right, Function<R, UUID> rightTenant) {
        return (link, violations) -> check(
                left + "_tenant_uuid",
                leftTenant.apply(link.left()),
                right + "_tenant_uuid",
                rightTenant.apply(link.right()),
                violations);
    }

    /** Returns the rule; the sides are told in the order right, left. */
    public static <L, R> Rule<Link<L, R>> rightFirst(
            String left, Function<L, UUID> leftTenant, String right, Function<R, UUID> rightTenant) {
        return (link, violations) -> check(
                right + "_tenant_uuid",
                rightTenant.apply(link.right()),
                left + "_tenant_uuid",
                leftTenant.apply(link.left()),
                violations);
    }

    private static void check(String first, UUID tenant, String second, UUID other, Violations violations) {
        if (!tenant.equals(other)) {
            violations.add(
                    Errors.differentTenants("Link", Details.of(first, tenant.toString(), second, other.toString())));
        }
    }
}
