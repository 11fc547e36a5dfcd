package dev.dovetail.examples.telephony.moh;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.LabelFromName;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.common.TextUuids;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.Optional;
import java.util.UUID;

/** Classes of music on hold. */
public final class Mohs implements TelephonyPlugin<Moh, String> {
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

    @Override
    public Resource<Moh, String> resource() {
        return MOHS;
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

    @Override
    public Preparation<Moh> computes(Services services) {
        return (call, before, draft) -> {
            if (before != null) {
                return draft;
            }
            String uuid = services.ids().get().toString();
            String name = "moh-" + Tenants.slug(services, draft.tenantUuid()) + "-" + uuid;
            return Edit.of(MOHS).set(UUID_COLUMN, uuid).set(NAME, name).applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<Moh> validation(Services services) {
        return ValidationGroup.<Moh>builder()
                .common((change, violations) -> {
                    if (change.value().mode() == Moh.Mode.CUSTOM
                            && change.value().application() == null) {
                        violations.add(TelephonyErrors.mohCustomNoApp());
                    }
                })
                .build();
    }

    @Override
    public void deleting(Services services, Change<Moh> deletion) {
        new MohFiles(services).deleteAll(deletion.value());
    }

    @Override
    public Notifier<Change<Moh>> notifier(Services services) {
        return BusEvents.<Moh>ofTenant(
                        "moh", Moh::tenantUuid, moh -> new Data(moh.uuid(), moh.tenantUuid(), moh.name()))
                .command(Sysconfd.reload("moh reload"))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Moh> shape, Representations all) {
        shape.before(new LabelFromName())
                .part("files", MohFiles.PART.as(Schema.listOf(Schema.object().field("name", Schema.string()))));
    }

    @Override
    public void shape(ResourceRoutes<Moh, String> routes) {
        routes.locator(byUuid -> byUuid.as(TextUuids.ANY));
    }

    @Override
    public void route(Routes routes) {
        TelephonyPlugin.super.route(routes);
        new MohFileRoutes(routes).add();
    }
}
