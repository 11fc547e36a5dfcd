package dev.dovetail.dao.memory;

import dev.dovetail.dao.AttributeDao;
import dev.dovetail.resource.Attributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the links of one association, and what they carry, in memory. */
record MemoryAttributeDao<LK, RK, A extends Record>(MemoryLinks<LK, RK, A> links) implements AttributeDao<LK, RK, A> {

    @Override
    public Attributes<A> attributes() {
        return links.attributes();
    }

    @Override
    public Optional<A> find(LK left, RK right) {
        return links.find(left, right);
    }

    @Override
    public Map<LK, Map<RK, A>> rights(Collection<LK> lefts) {
        Map<LK, Map<RK, A>> found = new LinkedHashMap<>();
        links.rights(lefts).forEach((left, rights) -> {
            Map<RK, A> each = new LinkedHashMap<>();
            rights.forEach(right -> links.find(left, right).ifPresent(carried -> each.put(right, carried)));
            found.put(left, each);
        });
        return found;
    }

    @Override
    public Map<RK, Map<LK, A>> lefts(Collection<RK> rights) {
        Map<RK, Map<LK, A>> found = new LinkedHashMap<>();
        links.lefts(rights).forEach((right, lefts) -> {
            Map<LK, A> each = new LinkedHashMap<>();
            lefts.forEach(left -> links.find(left, right).ifPresent(carried -> each.put(left, carried)));
            found.put(right, each);
        });
        return found;
    }

    @Override
    public void link(LK left, RK right, A attributes) {
        links.link(left, right, attributes);
    }

    @Override
    public void change(LK left, RK right, A attributes) {
        links.carry(left, right, attributes);
    }

    @Override
    public void replace(LK left, Map<RK, A> rights) {
        links.replace(left, List.copyOf(rights.keySet()), rights);
    }
}
