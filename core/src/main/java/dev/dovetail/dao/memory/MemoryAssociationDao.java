package dev.dovetail.dao.memory;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.AttributeDao;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps the links of one association in memory. */
final class MemoryAssociationDao<LK, RK> implements AssociationDao<LK, RK> {
    private final MemoryStore store;
    private final Association<?, LK, ?, RK> association;
    private final MemoryLinks<LK, RK, ?> links;

    MemoryAssociationDao(MemoryStore store, Association<?, LK, ?, RK> association) {
        this.store = store;
        this.association = association;
        this.links = links(association.attributes());
    }

    private <A extends Record> MemoryLinks<LK, RK, A> links(Attributes<A> attributes) {
        return new MemoryLinks<>(store, association, attributes);
    }

    @Override
    public Association<?, LK, ?, RK> association() {
        return association;
    }

    @Override
    public <A extends Record> AttributeDao<LK, RK, A> attributes(Attributes<A> attributes) {
        association.requireAttributes(attributes);
        return association.hasAttributes()
                ? new MemoryAttributeDao<>(links(attributes))
                : AssociationDao.super.attributes(attributes);
    }

    @Override
    public boolean linked(LK left, RK right) {
        return links.find(left, right).isPresent();
    }

    @Override
    public Map<LK, List<RK>> rights(Collection<LK> lefts) {
        return links.rights(lefts);
    }

    @Override
    public Map<RK, List<LK>> lefts(Collection<RK> rights) {
        return links.lefts(rights);
    }

    @Override
    public void link(LK left, RK right) {
        link(links, left, right);
    }

    private static <LK, RK, A extends Record> void link(MemoryLinks<LK, RK, A> links, LK left, RK right) {
        links.link(left, right, links.attributes().defaults());
    }

    @Override
    public boolean unlink(LK left, RK right) {
        boolean there = linked(left, right);
        links.unlink(left, right);
        return there;
    }

    @Override
    public void replace(LK left, List<RK> rights) {
        links.replace(left, rights, Map.of());
    }

    @Override
    public void unlinkLeft(LK left) {
        replace(left, List.of());
    }

    @Override
    public void unlinkRight(RK right) {
        links.unlinkRight(right);
    }
}
