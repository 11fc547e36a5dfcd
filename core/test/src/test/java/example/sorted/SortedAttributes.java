package example.sorted;

import dev.dovetail.dao.AttributeDao;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what the links of one association carry. */
record SortedAttributes<LK, RK, A extends Record>(SortedLinks<LK, RK> links, Attributes<A> attributes)
        implements AttributeDao<LK, RK, A> {

    private Association<?, LK, ?, RK> association() {
        return links.association();
    }

    @Override
    public Optional<A> find(LK left, RK right) {
        return Optional.ofNullable(attributes.model().cast(links.state().carried(association(), left, right)));
    }

    @Override
    public Map<LK, Map<RK, A>> rights(Collection<LK> lefts) {
        Map<LK, Map<RK, A>> found = new LinkedHashMap<>();
        links.rights(lefts).forEach((left, rights) -> {
            Map<RK, A> each = new LinkedHashMap<>();
            rights.forEach(right -> each.put(right, find(left, right).orElseThrow()));
            found.put(left, each);
        });
        return found;
    }

    @Override
    public Map<RK, Map<LK, A>> lefts(Collection<RK> rights) {
        Map<RK, Map<LK, A>> found = new LinkedHashMap<>();
        links.lefts(rights).forEach((right, lefts) -> {
            Map<LK, A> each = new LinkedHashMap<>();
            lefts.forEach(left -> each.put(left, find(left, right).orElseThrow()));
            found.put(right, each);
        });
        return found;
    }

    @Override
    public void link(LK left, RK right, A carried) {
        links.link(left, right);
        change(left, right, carried);
    }

    @Override
    public void change(LK left, RK right, A carried) {
        links.changing().carry(association(), left, right, carried);
    }

    @Override
    public void replace(LK left, Map<RK, A> rights) {
        links.replace(left, List.copyOf(rights.keySet()));
        rights.forEach((right, carried) -> change(left, right, carried));
    }
}
