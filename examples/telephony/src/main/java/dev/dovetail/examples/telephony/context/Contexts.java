package dev.dovetail.examples.telephony.context;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.LabelFromName;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Contexts. */
public final class Contexts implements TelephonyPlugin<Context, Integer> {
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

    @Override
    public Resource<Context, Integer> resource() {
        return CONTEXTS;
    }

    @Override
    public Preparation<Context> computes(Services services) {
        return (call, before, draft) -> {
            if (before != null) {
                return draft;
            }
            UUID uuid = services.ids().get();
            String slug = Tenants.slug(services, draft.tenantUuid());
            String name = "ctx-" + slug + "-" + Column.text(draft.type()) + "-" + uuid;
            return Edit.of(CONTEXTS)
                    .set(CONTEXTS.column(Context::uuid), uuid)
                    .set(NAME, name)
                    .applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<Context> validation(Services services) {
        return ValidationGroup.<Context>builder()
                .stopAtFirst()
                .common(Contexts::refuseEqualRanges)
                .build();
    }

    private static void refuseEqualRanges(Change<Context> change, Violations violations) {
        Context context = change.value();
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

    @Override
    public Notifier<Change<Context>> notifier(Services services) {
        return BusEvents.<Context>ofTenant(
                        "context",
                        Context::tenantUuid,
                        context -> new Data(context.id(), context.name(), context.type(), context.tenantUuid()))
                .commands(Sysconfd.reloads("dialplan reload"))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Context> shape, Representations all) {
        shape.before(new LabelFromName());
    }
}
