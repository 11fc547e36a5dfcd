package dev.dovetail.dao;

import dev.dovetail.resource.Attributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of a DAO whose links carry nothing one whose links carry a record without components. */
record PlainLinks<LK, RK, A extends Record>(AssociationDao<LK, RK> dao, Attributes<A> attributes)
        implements AttributeDao<LK, RK, A> {

    @Override
    public Optional<A> find(LK left, RK right) {
        return dao.linked(left, right) ? Optional.of(attributes.defaults()) : Optional.empty();
    }

    @Override
    public Map<LK, Map<RK, A>> rights(Collection<LK> lefts) {
        return carrying(dao.rights(lefts));
    }

    @Override
    public Map<RK, Map<LK, A>> lefts(Collection<RK> rights) {
        return carrying(dao.lefts(rights));
    }

    private <K, O> Map<K, Map<O, A>> carrying(Map<K, List<O>> links) {
        Map<K, Map<O, A>> carrying = new LinkedHashMap<>();
        links.forEach((key, others) -> {
            Map<O, A> each = new LinkedHashMap<>();
            others.forEach(other -> each.put(other, attributes.defaults()));
            carrying.put(key, each);
        });
        return carrying;
    }

    @Override
    public void link(LK left, RK right, A carried) {
        dao.link(left, right);
    }

    @Override
    public void change(LK left, RK right, A carried) {}

    @Override
    public void replace(LK left, Map<RK, A> rights) {
        dao.replace(left, List.copyOf(rights.keySet()));
    }
}
