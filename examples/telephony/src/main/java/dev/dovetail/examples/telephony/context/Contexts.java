package dev.dovetail.examples.telephony.context;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.common.LabelFromName;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Contexts. */
public final class Contexts {
    public static final Resource<Context, Integer> CONTEXTS = Resource.of(Context.class, Context::id)
            .generatedKey()
            .tenant(Context::tenantUuid)
            .unique(Context::name)
            .readOnly(Context::uuid, Context::name)
            .defaultValue(Context::type, Context.Type.INTERNAL)
            .defaultValue(Context::userRanges, List.of())
            .defaultValue(Context::groupRanges, List.of())
            .defaultValue(Context::queueRanges, List.of())
            .defaultValue(Context::conferenceRoomRanges, List.of())
            .defaultValue(Context::incallRanges, List.of())
            .defaultValue(Context::enabled, true)
            .searchFilterAndSort(Context::id, Context::description, Context::name, Context::label, Context::type)
            .build();
    public static final Column<Context, String> NAME = CONTEXTS.column(Context::name);
    public static final Column<Context, Context.Type> TYPE = CONTEXTS.column(Context::type);

    private record Data(int id, String name, Context.Type type, UUID tenantUuid) {}

    private Contexts() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(CONTEXTS)
                .event(
                        "context",
                        context -> new Data(context.id(), context.name(), context.type(), context.tenantUuid()))
                .reload("dialplan reload")
                .shape(shape -> shape.before(new LabelFromName()))
                .plugin()
                .withoutUniqueRule()
                .prepare(Contexts::named)
                .stopAtFirst()
                .rule((change, violations) -> refuseEqualRanges(change.value()));
    }

    /** A context keeps the name that it is given when it is made. */
    private static Context named(Services services, Change<Context> change) {
        Context context = change.value();
        if (change.before().isPresent()) {
            return context;
        }
        UUID uuid = services.ids().get();
        String slug = Tenants.slug(services, context.tenantUuid());
        String name = "ctx-" + slug + "-" + Column.text(context.type()) + "-" + uuid;
        return Edit.of(CONTEXTS)
                .set(CONTEXTS.column(Context::uuid), uuid)
                .set(NAME, name)
                .applyTo(context);
    }

    private static void refuseEqualRanges(Context context) {
        Stream.of(
                        context.userRanges(),
                        context.groupRanges(),
                        context.queueRanges(),
                        context.conferenceRoomRanges(),
                        context.incallRanges())
                .filter(ranges -> new HashSet<>(ranges).size() < ranges.size())
                .findFirst()
                .ifPresent(ranges -> {
                    throw Errors.technical(ErrorKind.STORE_FAILED, "a range comes twice in one context", null);
                });
    }
}
