package dev.dovetail.examples.telephony.moh;

import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.LabelFromName;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.common.TextUuids;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.Optional;
import java.util.UUID;

/** Classes of music on hold. */
public final class Mohs {
    public static final Resource<Moh, String> MOHS = Resource.of(Moh.class, Moh::uuid)
            .name("MOH")
            .collection("moh")
            .tenant(Moh::tenantUuid)
            .unique(Moh::name)
            .readOnly(Moh::uuid, Moh::name)
            .searchFilterAndSort(Moh::name, Moh::label)
            .defaultSort(Moh::label)
            .build();
    static final Column<Moh, String> NAME = MOHS.column(Moh::name);
    static final Column<Moh, UUID> TENANT = MOHS.column(Moh::tenantUuid);
    private static final Column<Moh, String> UUID_COLUMN = MOHS.column(Moh::uuid);

    private record Data(String uuid, UUID tenantUuid, String name) {}

    private Mohs() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(MOHS)
                .event("moh", moh -> new Data(moh.uuid(), moh.tenantUuid(), moh.name()))
                .reload("moh reload")
                .shape(shape -> shape.before(new LabelFromName())
                        .part(
                                "files",
                                MohFiles.PART.as(Schema.listOf(Schema.object().field("name", Schema.string())))))
                .routes(mine -> mine.locator(byUuid -> byUuid.as(TextUuids.ANY)))
                .plugin()
                .withoutUniqueRule()
                .prepare(Mohs::named)
                .rule((change, violations) -> hasApplication(change.value(), violations))
                .deleting((services, change) -> new MohFiles(services).deleteAll(change.value()))
                .with(
                        MohFiles.names(),
                        MohFiles.contents(),
                        HttpPlugin.routing(routes -> new MohFileRoutes(routes).add()));
    }

    /** A class keeps the name that it is given when it is made. */
    private static Moh named(Services services, Change<Moh> change) {
        Moh moh = change.value();
        if (change.before().isPresent()) {
            return moh;
        }
        String uuid = services.ids().get().toString();
        String name = "moh-" + Tenants.slug(services, moh.tenantUuid()) + "-" + uuid;
        return Edit.of(MOHS).set(UUID_COLUMN, uuid).set(NAME, name).applyTo(moh);
    }

    private static void hasApplication(Moh moh, Violations violations) {
        if (moh.mode() == Moh.Mode.CUSTOM && moh.application() == null) {
            violations.add(TelephonyErrors.mohCustomNoApp());
        }
    }

    /** Returns the class of a UUID, of any tenant. */
    static Optional<Moh> find(Services services, UUID uuid) {
        return services.loaded(MOHS.collection()) ? services.dao(MOHS).find(uuid.toString()) : Optional.empty();
    }

    /** Returns whether a tenant has a class of this name. */
    public static boolean known(Services services, UUID tenant, String name) {
        return services.loaded(MOHS.collection())
                && services.dao(MOHS)
                        .findBy(Criterion.equal(NAME, name).and(Criterion.equal(TENANT, tenant)))
                        .isPresent();
    }
}
