package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Dao;
import dev.dovetail.operation.Attributed;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.AttributesValidator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes and looks up the links of one association together with what they carry.
 *
 * <p>What is given is checked as input: nulls and the constraints on the record. Giving a link other attributes runs the
 * rules of attributes only and is announced as the notifier says; giving the same ones does nothing. All else is as in
 * {@link AssociationService}, which it is got from. Thread-safe.
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 * @param <A> the record of attributes
 * @since 0.1
 */
public final class AttributedService<L extends Record, LK, R extends Record, RK, A extends Record> {
    private final LinkCalls<L, LK, R, RK, A> calls;
    private final SetReplacement<L, LK, R, RK, A> sets;
    private final Dao<L, LK> lefts;
    private final Dao<R, RK> rights;
    private final Wanted<A> unchanged;

    AttributedService(LinkCalls<L, LK, R, RK, A> calls, Dao<L, LK> lefts, Dao<R, RK> rights) {
        this.calls = calls;
        this.sets = new SetReplacement<>(calls);
        this.lefts = lefts;
        this.rights = rights;
        this.unchanged = Wanted.unchanged(calls.attributes());
    }

    /** Returns the description of the association. */
    public Association<L, LK, R, RK> association() {
        return calls.association;
    }

    /** Returns the description of what links carry. */
    public Attributes<A> attributes() {
        return calls.attributes();
    }

    /** Returns what checks attributes that are given. */
    public AttributesValidator<A> input() {
        return calls.input;
    }

    boolean associate(CallContext call, LK left, RK right) {
        return calls.associate(call, left, right, unchanged);
    }

    boolean dissociate(CallContext call, LK left, RK right) {
        return calls.dissociate(call, left, right);
    }

    boolean associateEach(CallContext call, LK left, List<RK> wanted) {
        return sets.replace(
                call,
                left,
                wanted.stream()
                        .map(key -> new SetReplacement.Wish<>(key, unchanged))
                        .toList());
    }

    /**
     * Links two objects, or gives their link other attributes.
     *
     * @return whether they were not linked before, or their link carried something else
     * @throws dev.dovetail.error.DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public boolean associate(CallContext call, LK left, RK right, A attributes) {
        return calls.associate(call, left, right, Wanted.exactly(attributes));
    }

    /**
     * Links two objects, or changes what their link carries.
     *
     * @param change gets what the link carries, or the defaults if there is none yet; called while both are locked
     * @return whether they were not linked before, or their link carried something else
     * @throws dev.dovetail.error.DovetailException of kind NOT_FOUND if a side is not in scope, or with what is wrong
     */
    public boolean associate(CallContext call, LK left, RK right, UnaryOperator<A> change) {
        return calls.associate(call, left, right, Wanted.changed(attributes(), change));
    }

    /**
     * Gives a left object these right ones with these attributes and no others; links to rights outside the scope of the
     * call stay as they are, in their places.
     *
     * @param wanted keys of right objects with attributes; of a repeat the first counts, unless a rule refuses it
     * @return whether anything changed
     * @throws dev.dovetail.error.DovetailException of kind NOT_FOUND if the left object is not in scope,
     *     REFERENCE_NOT_FOUND (on the path of the right collection) if a right one is not, or with what is wrong; input is
     *     told at its place within that path
     */
    public boolean associateAll(CallContext call, LK left, List<Attributed<RK, A>> wanted) {
        return sets.replace(
                call,
                left,
                wanted.stream()
                        .map(each -> new SetReplacement.Wish<>(each.value(), Wanted.exactly(each.attributes())))
                        .toList());
    }

    /** Returns what the link of two objects carries, if they are linked; both must be in scope. */
    public Optional<A> find(CallContext call, LK left, RK right) {
        calls.sides.requireLeft(call, left);
        calls.sides.requireRight(call, right);
        return calls.links.find(left, right);
    }

    /** Returns the right objects in scope of a left one, which must be in scope, with attributes. */
    public List<Attributed<R, A>> rights(CallContext call, LK left) {
        calls.sides.requireLeft(call, left);
        return rights(call, List.of(left)).getOrDefault(left, List.of());
    }

    /** Returns the left objects in scope of a right one, which must be in scope, with attributes. */
    public List<Attributed<L, A>> lefts(CallContext call, RK right) {
        calls.sides.requireRight(call, right);
        return lefts(call, List.of(right)).getOrDefault(right, List.of());
    }

    /** Returns the right objects in scope of many left ones that the caller has got before; without links: absent. */
    public Map<LK, List<Attributed<R, A>>> rights(CallContext call, Collection<LK> of) {
        return seen(
                call,
                calls.association.right(),
                calls.links.rightRows(of, rights).now());
    }

    /** Returns the left objects in scope of many right ones that the caller has got before; without links: absent. */
    public Map<RK, List<Attributed<L, A>>> lefts(CallContext call, Collection<RK> of) {
        return seen(
                call, calls.association.left(), calls.links.leftRows(of, lefts).now());
    }

    private static <K, T extends Record, A extends Record> Map<K, List<Attributed<T, A>>> seen(
            CallContext call, Resource<T, ?> resource, Map<K, List<Attributed<T, A>>> rows) {
        Map<K, List<Attributed<T, A>>> seen = new LinkedHashMap<>();
        rows.forEach((key, all) -> seen.put(
                key,
                all.stream()
                        .filter(row -> resource.visible(call.scope(), row.value()))
                        .toList()));
        return seen;
    }
}
