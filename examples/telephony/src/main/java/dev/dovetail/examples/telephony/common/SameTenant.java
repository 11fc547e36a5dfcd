package dev.dovetail.examples.telephony.common;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
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
        return (link, violations) -> {
            UUID mine = leftTenant.apply(link.left());
            UUID other = rightTenant.apply(link.right());
            if (!mine.equals(other)) {
                violations.add(Errors.differentTenants(
                        left,
                        Details.of(left + "_tenant_uuid", mine.toString(), right + "_tenant_uuid", other.toString())));
            }
        };
    }

    /** Returns the rule; the sides are told in the order right, left. */
    public static <L, R> Rule<Link<L, R>> rightFirst(
            String left, Function<L, UUID> leftTenant, String right, Function<R, UUID> rightTenant) {
        Rule<Link<R, L>> turned = rule(right, rightTenant, left, leftTenant);
        return (link, violations) -> turned.check(new Link<>(link.call(), link.right(), link.left()), violations);
    }
}
