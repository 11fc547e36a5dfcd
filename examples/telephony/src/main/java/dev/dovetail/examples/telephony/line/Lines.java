package dev.dovetail.examples.telephony.line;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.context.InContext;
import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointCustoms;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSccps;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSips;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpoints;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.registrar.Registrars;
import dev.dovetail.examples.telephony.sccpendpoint.SccpEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
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
    public static final Derived<Line, String> NAME = Derived.foundAscii(
            "name",
            () -> Derivation.firstOf(
                    Derivation.right(LineEndpointSips.LINE_ENDPOINT_SIP, Derivation.of(SipEndpoints.NAME)),
                    Derivation.right(
                            LineEndpointCustoms.LINE_ENDPOINT_CUSTOM, Derivation.of(CustomEndpoints.INTERFACE)),
                    Derivation.right(LineEndpointSccps.LINE_ENDPOINT_SCCP, Derivation.of(SccpEndpoints.NAME))));
    public static final Derived<Line, String> PROTOCOL = Derived.foundAscii(
            "protocol",
            () -> Derivation.firstOf(
                    Derivation.right(LineEndpointSips.LINE_ENDPOINT_SIP, Derivation.constant("sip")),
                    Derivation.right(LineEndpointCustoms.LINE_ENDPOINT_CUSTOM, Derivation.constant("custom")),
                    Derivation.right(LineEndpointSccps.LINE_ENDPOINT_SCCP, Derivation.constant("sccp"))));
    static final Derived<Line, String> CALLER_ID_NAME = Derived.found(
            "callerIdName",
            String.class,
            () -> Derivation.firstOf(
                    Derivation.right(LineEndpointSips.LINE_ENDPOINT_SIP, Derivation.of(SipEndpoints.CALLER_ID_NAME)),
                    Derivation.right(
                            LineEndpointSccps.LINE_ENDPOINT_SCCP, Derivation.of(SccpEndpoints.CALLER_ID_NAME))));
    static final Derived<Line, String> CALLER_ID_NUM = Derived.foundAscii(
            "callerIdNum",
            () -> Derivation.firstOf(
                    Derivation.right(LineEndpointSips.LINE_ENDPOINT_SIP, Derivation.of(SipEndpoints.CALLER_ID_NUM)),
                    Derivation.right(
                            LineEndpointSccps.LINE_ENDPOINT_SCCP, Derivation.of(SccpEndpoints.CALLER_ID_NUM))));
    private static final Derived<Line, String> EXTEN = Derived.foundAscii(
            "exten", () -> Derivation.right(LineExtensions.LINE_EXTENSION, Derivation.of(Extensions.EXTEN)));
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
            .searchFilterAndSortAlso(NAME, PROTOCOL, CALLER_ID_NAME, CALLER_ID_NUM, EXTEN)
            .filterAlso(PROVISIONING_EXTENSION, DEVICE_SLOT)
            .sortAlso(PROVISIONING_EXTENSION, DEVICE_SLOT)
            .defaultSort(NAME)
            .build();
    public static final Column<Line, String> CONTEXT = LINES.column(Line::context);
    public static final Column<Line, String> PROVISIONING_CODE = LINES.column(Line::provisioningCode);
    private static final Column<Line, Integer> POSITION = LINES.column(Line::position);
    private static final Column<Line, String> REGISTRAR = LINES.column(Line::registrar);
    private static final String DEFAULT_REGISTRAR = "default";

    static final List<Command> RELOADS =
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

    /** Requires that a line has an endpoint. */
    public static void hasEndpoint(Services services, Line line, Violations violations) {
        if (LineEndpoints.of(services, line).isEmpty()) {
            violations.add(Errors.missingAssociation("Line", "Endpoint", Details.of("line_id", line.id())));
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
    static Line plug(Services services, Line line, @Nullable String device) {
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
        var lookups = services.lookups();
        return new Data(line.id(), lookups.value(PROTOCOL, line), lookups.value(NAME, line), line.tenantUuid());
    }

    @Override
    public void shape(Representation.Builder<Line> shape, Representations all) {
        Part<Line> webRtc = new WebRtc(all.services())::part;
        shape.nullMeansDefault(Line::provisioningCode, Line::position, Line::registrar)
                .derived("name", NAME)
                .derived("protocol", PROTOCOL)
                .derived("device_slot", DEVICE_SLOT)
                .derived("provisioning_extension", PROVISIONING_EXTENSION)
                .derived("caller_id_name", CALLER_ID_NAME)
                .derived("caller_id_num", CALLER_ID_NUM)
                .part("is_webrtc", webRtc.as(Schema.bool()))
                .part("application", Part.nothing())
                .part("endpoint_sip", Part.nothing())
                .part("endpoint_sccp", Part.nothing())
                .part("endpoint_custom", Part.nothing())
                .part("extensions", Part.emptyList())
                .part("users", Part.emptyList());
        LineBodies.shape(shape);
    }

    @Override
    public void route(Routes routes) {
        ResourceRoutes<Line, Integer> mine = routes.resource(LINES);
        LineBodies.follow(mine, routes);
        RecursiveLineDeletion recursive = new RecursiveLineDeletion(routes.services());
        mine.answering(ResourceRoutes.Method.DELETE, standard -> recursive.answering(mine.locator(), standard))
                .describing(
                        ResourceRoutes.Method.DELETE,
                        delete -> delete.parameter(
                                "recursive",
                                Schema.bool().with("default", false),
                                "Whether to delete what is linked as well."))
                .add();
    }
}
