package dev.dovetail.validation;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Links;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rules that most resources need. Those that look at data are guarded by constraints of the store as well.
 *
 * @since 0.1
 */
public final class Rules {
    private Rules() {}

    /**
     * Requires that the object a column refers to exists and is seen by the caller; null passes.
     *
     * @param resource the name of the object referred to, for the error
     * @param find looks the value up in the caller's scope
     */
    public static <T, V> Rule<Change<T>> exists(
            Column<T, V> column, String resource, BiFunction<CallContext, V, ? extends Optional<?>> find) {
        return optional(column, (change, value, violations) -> {
            if (find.apply(change.call(), value).isEmpty()) {
                violations.add(
                        Errors.referenceNotFound(Path.of(column.name()), resource, Details.of(column.name(), value)));
            }
        });
    }

    /** Requires that the values of every {@linkplain Resource#uniques() unique} of a resource are not taken. */
    public static <T extends Record> Rule<Change<T>> unique(Dao<T, ?> dao) {
        return new UniqueRule<>(
                dao,
                dao.resource().uniques().stream()
                        .skip(dao.resource().keyGenerated() ? 1 : 0)
                        .toList());
    }

    /**
     * Requires that the values of every {@linkplain Resource#uniques() unique} of a resource are not taken; for
     * plugins.
     */
    public static <T extends Record> UniqueValues<T> unique(Resource<T, ?> resource) {
        return new UniqueValues<>(
                resource,
                resource.uniques().stream()
                        .skip(resource.keyGenerated() ? 1 : 0)
                        .toList());
    }

    /** Requires that the values of one unique are not taken by another object, of any tenant; for plugins. */
    public static <T extends Record> UniqueValues<T> unique(Resource<T, ?> resource, Unique<T> unique) {
        return new UniqueValues<>(resource, List.of(unique));
    }

    /** Marks the place of the rules that extensions of a resource add; they come last unless it is given. */
    public static <S> Rule<S> contributed() {
        return ContributedRules.here();
    }

    /** Returns whether a rule is the mark of {@link #contributed()}. */
    public static boolean isContributed(@Nullable Rule<?> rule) {
        return rule instanceof ContributedRules;
    }

    /** Requires that the values of one unique are not taken by another object, of any tenant. */
    public static <T extends Record> Rule<Change<T>> unique(Dao<T, ?> dao, Unique<T> unique) {
        return new UniqueRule<>(dao, List.of(unique));
    }

    /**
     * Requires that a value is not taken by another object of the same tenant; null passes.
     *
     * @throws IllegalArgumentException if the resource does not declare tenant and column as unique together, which the
     *     store guards
     */
    public static <T extends Record, V> Rule<Change<T>> uniqueInTenant(Dao<T, ?> dao, Column<T, V> column) {
        Resource<T, ?> resource = dao.resource();
        Set<Column<T, ?>> wanted = new HashSet<>(Set.of(column));
        resource.tenant().ifPresent(wanted::add);
        return resource.uniques().stream()
                .filter(unique -> wanted.size() == 2 && wanted.equals(new HashSet<>(unique.columns())))
                .findFirst()
                .map(unique -> unique(dao, unique))
                .orElseThrow(() -> new IllegalArgumentException(
                        resource + ": " + column.name() + " and the tenant are not declared unique together"));
    }

    /** Checks a value that is not null. */
    @FunctionalInterface
    public interface ValueRule<T, V> {
        /** Adds a violation for everything that is wrong with the value. */
        void check(Change<T> change, V value, Violations violations);
    }

    /** Runs a rule on the value of a column unless it is null. */
    public static <T, V> Rule<Change<T>> optional(Column<T, V> column, ValueRule<T, V> rule) {
        return (change, violations) -> {
            V value = column.get(change.value());
            if (value != null) {
                rule.check(change, value, violations);
            }
        };
    }

    /** Requires that a value is one of those that the caller may choose from; null passes. */
    public static <T, V> Rule<Change<T>> memberOf(
            Column<T, V> column, String resource, Function<CallContext, ? extends Collection<V>> members) {
        return exists(
                column,
                resource,
                (call, value) -> members.apply(call).contains(value) ? Optional.of(value) : Optional.empty());
    }

    /** Forbids what a condition says; {@code reason} is a sentence. */
    public static <S> Rule<S> forbid(String resource, String reason, Predicate<? super S> condition) {
        Violation violation = Errors.notPermitted(resource, reason, Details.none());
        return (subject, violations) -> {
            if (condition.test(subject)) {
                violations.add(violation);
            }
        };
    }

    /** Requires that both sides of a link belong to the same tenant; a side without tenant passes. */
    public static <L extends Record, R extends Record> Rule<Link<L, R>> sameTenant(
            Association<L, ?, R, ?> association) {
        String left = association.left().name();
        String leftDetail = left.toLowerCase(java.util.Locale.ROOT) + "Tenant";
        String rightDetail = association.right().name().toLowerCase(java.util.Locale.ROOT) + "Tenant";
        return sameTenant(
                association,
                (mine, other) -> Errors.differentTenants(left, Details.of(leftDetail, mine, rightDetail, other)));
    }

    /**
     * Requires the same; {@code refusal} says that it is not so, given the tenants of the left and of the right side.
     */
    public static <L extends Record, R extends Record> Rule<Link<L, R>> sameTenant(
            Association<L, ?, R, ?> association, BiFunction<Object, Object, Violation> refusal) {
        Column<L, ?> left = association.left().tenant().orElse(null);
        Column<R, ?> right = association.right().tenant().orElse(null);
        return (link, violations) -> {
            Object mine = left == null ? null : left.get(link.left());
            Object other = right == null ? null : right.get(link.right());
            if (mine != null && other != null && !mine.equals(other)) {
                violations.add(refusal.apply(mine, other));
            }
        };
    }

    /** Forbids the same object twice in a set; {@code reason} is a sentence. */
    public static <L, R> Rule<Links<L, R>> noRepeats(String resource, String reason) {
        return forbid(
                resource,
                reason,
                links -> new HashSet<>(links.after()).size() < links.after().size());
    }

    /** Requires that an object has no right side; {@code refusal} says so, given the object and its rights. */
    public static <L extends Record, LK, RK> Rule<Change<L>> noRights(
            AssociationDao<LK, RK> dao, Resource<L, LK> left, BiFunction<L, List<RK>, Violation> refusal) {
        return (change, violations) -> {
            List<RK> rights = dao.rights(left.keyOf(change.value()));
            if (!rights.isEmpty()) {
                violations.add(refusal.apply(change.value(), rights));
            }
        };
    }

    /** Requires that an object has no left side; {@code refusal} says so, given the object and its lefts. */
    public static <LK, R extends Record, RK> Rule<Change<R>> noLefts(
            AssociationDao<LK, RK> dao, Resource<R, RK> right, BiFunction<R, List<LK>, Violation> refusal) {
        return (change, violations) -> {
            List<LK> lefts = dao.lefts(right.keyOf(change.value()));
            if (!lefts.isEmpty()) {
                violations.add(refusal.apply(change.value(), lefts));
            }
        };
    }

    /** Returns the violation that says that an object is associated with others, with all the keys. */
    public static <T extends Record, K> Violation inUse(
            Resource<T, K> resource, T row, Resource<?, ?> other, List<?> others) {
        return Errors.stillAssociated(
                resource.name(),
                other.name(),
                Details.of(resource.key().name(), resource.keyOf(row), other.collection(), List.copyOf(others)));
    }
}
