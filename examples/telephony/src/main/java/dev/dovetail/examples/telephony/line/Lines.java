package dev.dovetail.examples.telephony.line;

import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.context.InContext;
import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.registrar.Registrars;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines; each lives in the tenant of its context, and is named after its endpoint. */
public final class Lines implements TelephonyPlugin<Line, Integer> {
    private static final Derived<Line, Integer> DEVICE_SLOT =
            Derived.found("deviceSlot", Integer.class, () -> Derivation.of(Lines.POSITION));
    private static final Derived<Line, String> PROVISIONING_EXTENSION =
            Derived.foundAscii("provisioningExtension", () -> Derivation.of(Lines.PROVISIONING_CODE));

    public static final Resource<Line, Integer> LINES = Resource.of(Line.class, Line::id)
            .generatedKey()
            .tenant(Line::tenantUuid)
            .unique(Line::provisioningCode)
            .readOnly(Line::deviceId)
            .prepared(Line::provisioningCode)
            .defaultValue(Line::position, 1)
            .defaultValue(Line::registrar, Lines.DEFAULT_REGISTRAR)
            .searchFilterAndSort(Line::context, Line::provisioningCode, Line::position, Line::deviceId)
            .filterAlso(PROVISIONING_EXTENSION, DEVICE_SLOT)
            .sortAlso(PROVISIONING_EXTENSION, DEVICE_SLOT)
            .build();
    public static final Column<Line, String> CONTEXT = LINES.column(Line::context);
    public static final Column<Line, String> PROVISIONING_CODE = LINES.column(Line::provisioningCode);
    private static final Column<Line, Integer> POSITION = LINES.column(Line::position);
    private static final Column<Line, String> REGISTRAR = LINES.column(Line::registrar);
    private static final String DEFAULT_REGISTRAR = "default";

    public static final List<Command> RELOADS =
            Sysconfd.reloads("module reload res_pjsip.so", "dialplan reload", "module reload chan_sccp.so");

    private record Data(
            int id, @Nullable String protocol, @Nullable String name, UUID tenantUuid) {}

    @Override
    public Resource<Line, Integer> resource() {
        return LINES;
    }

    private static InContext<Line> inContext(Services services) {
        return InContext.of(services, LINES, CONTEXT, LINES.column(Line::tenantUuid));
    }

    @Override
    public Preparation<Line> computes(Services services) {
        Preparation<Line> tenant = inContext(services).tenantOfContext();
        ProvisioningCodes codes = new ProvisioningCodes(services.dao(LINES));
        return (call, before, draft) -> {
            Line placed = tenant.prepare(call, before, draft);
            return PROVISIONING_CODE.get(placed) != null
                    ? placed
                    : Edit.of(LINES).set(PROVISIONING_CODE, codes.draw()).applyTo(placed);
        };
    }

    @Override
    public ValidationGroup<Line> validation(Services services) {
        return ValidationGroup.<Line>builder()
                .stopAtFirst()
                .common(Rules.unique(services.dao(LINES)))
                .common((change, violations) -> knowsRegistrar(services, change, violations))
                .common(inContext(services).seesContext())
                .build();
    }

    private static void knowsRegistrar(Services services, Change<Line> change, Violations violations) {
        String registrar = change.value().registrar();
        if (change.changed(REGISTRAR)
                && !registrar.equals(DEFAULT_REGISTRAR)
                && !(services.loaded(Registrars.REGISTRARS.collection())
                        && services.dao(Registrars.REGISTRARS).find(registrar).isPresent())) {
            violations.add(Errors.referenceNotFound(
                    Path.of(REGISTRAR.name()), "Registrar", Details.of(REGISTRAR.name(), registrar)));
        }
    }

    /** Requires that a line has no device. */
    public static void hasNoDevice(Line line, Violations violations) {
        if (line.deviceId() != null) {
            violations.add(Errors.stillAssociated(
                    "Line", "Device", Details.of("line_id", line.id(), "device_id", line.deviceId())));
        }
    }

    @Override
    public void deleting(Services services, Change<Line> deletion) {
        plug(services, deletion.value(), null);
    }

    /** Gives a line, which is locked, a device or takes it from the line; the device stays. */
    public static Line plug(Services services, Line line, @Nullable String device) {
        if (Objects.equals(line.deviceId(), device)) {
            return line;
        }
        Line plugged = Edit.of(LINES).set(LINES.column(Line::deviceId), device).applyTo(line);
        services.dao(LINES).update(line, plugged);
        return plugged;
    }

    /** Moves a line to another context. */
    public static void move(Services services, Line line, String context) {
        Dao<Line, Integer> lines = services.dao(LINES);
        lines.lock(line.id())
                .filter(now -> !now.context().equals(context))
                .ifPresent(now ->
                        lines.update(now, Edit.of(LINES).set(CONTEXT, context).applyTo(now)));
    }

    @Override
    public Notifier<Change<Line>> notifier(Services services) {
        return BusEvents.<Line>ofTenant("line", Line::tenantUuid, line -> data(line, services))
                .commands(RELOADS, Operation.CREATE, Operation.DELETE)
                .on(Notifier.ifChanged(LINES, RELOADS), Operation.EDIT)
                .build();
    }

    private static Data data(Line line, Services services) {
        LineNaming naming =
                services.plugins(LineNaming.class).stream().findFirst().orElse(null);
        return new Data(
                line.id(),
                naming == null ? null : naming.protocolOf(services, line),
                naming == null ? null : naming.nameOf(services, line),
                line.tenantUuid());
    }

    @Override
    public void shape(Representation.Builder<Line> shape, Representations all) {
        shape.nullMeansDefault(Line::provisioningCode, Line::position, Line::registrar)
                .derived("device_slot", DEVICE_SLOT)
                .derived("provisioning_extension", PROVISIONING_EXTENSION)
                .part("application", Part.nothing())
                .part("endpoint_sip", Part.nothing())
                .part("endpoint_sccp", Part.nothing())
                .part("endpoint_custom", Part.nothing())
                .part("extensions", Part.emptyList())
                .part("users", Part.emptyList());
    }
}
