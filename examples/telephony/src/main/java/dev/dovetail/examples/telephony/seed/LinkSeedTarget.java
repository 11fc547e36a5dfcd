package dev.dovetail.examples.telephony.seed;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.examples.telephony.common.Words;
import dev.dovetail.examples.telephony.setup.Uuids;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores links: {@code {user: <which>, voicemail: <which>}} or {@code {context: <which>, contexts: [<which>, ...]}}. An
 * object is named by its number, its UUID or its name.
 */
final class LinkSeedTarget<L extends Record, LK, R extends Record, RK> implements SeedTarget {
    private final Association<L, LK, R, RK> association;
    private final AssociationDao<LK, RK> dao;
    private final Dao<L, LK> lefts;
    private final Dao<R, RK> rights;

    LinkSeedTarget(Association<L, LK, R, RK> association, Services services) {
        this.association = association;
        this.dao = services.dao(association).orElseThrow();
        this.lefts = services.dao(association.left());
        this.rights = services.dao(association.right());
    }

    @Override
    public String collection() {
        return association.name();
    }

    @Override
    public void store(ObjectNode object) {
        String leftField = Words.of(association.left());
        String rightField = Words.of(association.right());
        String rightsField = association.right().collection();
        LK left = key(lefts, leftField, needed(object, leftField));
        JsonNode several = object.get(rightsField);
        if (several != null && several.isArray()) {
            for (JsonNode one : several) {
                link(left, key(rights, rightsField, one));
            }
        } else {
            link(left, key(rights, rightField, needed(object, rightField)));
        }
    }

    private void link(LK left, RK right) {
        if (!dao.linked(left, right)) {
            dao.link(left, right);
        }
    }

    private JsonNode needed(ObjectNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            throw new DovetailException(Errors.required(association.name(), Path.of(field)));
        }
        return value;
    }

    private static <T extends Record, K> K key(Dao<T, K> dao, String field, JsonNode which) {
        Resource<T, K> resource = dao.resource();
        return criterion(resource, which)
                .flatMap(dao::findBy)
                .map(resource::keyOf)
                .orElseThrow(() -> new DovetailException(Errors.referenceNotFound(
                        Path.of(field), resource.name(), Details.of(field, which.asString()))));
    }

    private static <T extends Record> Optional<Criterion<T>> criterion(Resource<T, ?> resource, JsonNode which) {
        if (which.isInt()) {
            return equal(resource.key(), which.intValue());
        }
        String text = which.asString();
        Optional<UUID> uuid = Uuids.parse(text);
        return resource.column(uuid.isPresent() ? "uuid" : "name")
                .flatMap(column -> equal(column, uuid.isPresent() ? uuid.get() : text));
    }

    private static <T extends Record> Optional<Criterion<T>> equal(Column<T, ?> column, @Nullable Object value) {
        Class<?> boxed =
                java.lang.invoke.MethodType.methodType(column.type()).wrap().returnType();
        return boxed.isInstance(value) ? Optional.of(new Criterion.Equal<>(column, value, false)) : Optional.empty();
    }
}
