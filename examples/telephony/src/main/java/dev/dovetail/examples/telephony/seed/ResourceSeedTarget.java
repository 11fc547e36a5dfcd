package dev.dovetail.examples.telephony.seed;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.examples.telephony.common.Served;
import dev.dovetail.http.json.Representation;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Stores objects of a resource: what is given as it is given, the rest as a creation would fill it in. */
final class ResourceSeedTarget<T extends Record, K> implements SeedTarget {
    private static final CallContext EVERYWHERE = CallContext.of(Scope.all());

    private final String collection;
    private final int installed;
    private final Resource<T, K> resource;
    private final Dao<T, K> dao;
    private final CRUDService<T, K> service;
    private final Representation<T> representation;

    ResourceSeedTarget(
            Resource<T, K> resource, @Nullable Served served, Services services, Representation<T> representation) {
        this.collection = served == null
                ? resource.collection()
                : served.path().substring(1).replace('/', '_');
        this.installed = served == null ? 0 : served.installed();
        this.resource = resource;
        this.dao = services.dao(resource);
        this.service = services.of(resource);
        this.representation = representation;
    }

    @Override
    public String collection() {
        return collection;
    }

    @Override
    public boolean isEmpty() {
        return dao.search(Search.<T>all().limit(1)).total() <= installed;
    }

    @Override
    public void begin() {
        if (installed > 0) {
            dao.search(Search.<T>all().unlimited()).items().forEach(row -> dao.delete(resource.keyOf(row)));
        }
    }

    @Override
    public void store(ObjectNode object) {
        T given = representation.readStored(object).toCreate();
        List<Violation> violations = service.input().check(given);
        if (!violations.isEmpty()) {
            throw new DovetailException(violations);
        }
        dao.create(complete(given, object));
    }

    private T complete(T given, ObjectNode object) {
        @Nullable Object[] values = resource.values(prepared(given));
        for (Column<T, ?> column : resource.columns()) {
            if (object.has(representation.naming().json(column.name()))) {
                values[column.index()] = column.get(given);
            }
        }
        return resource.construct(values);
    }

    private T prepared(T given) {
        Column<T, ?> tenant = resource.tenant().orElse(null);
        try {
            return service.prepared(EVERYWHERE, given);
        } catch (RuntimeException e) {
            if (tenant != null && tenant.get(given) == null) {
                throw new DovetailException(List.of(Errors.required(resource.name(), Path.of(tenant.name()))), e);
            }
            throw e;
        }
    }
}
