package dev.dovetail.examples.telephony.wholeline;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.callerid.CallerIds;
import dev.dovetail.examples.telephony.common.DigitsOnly;
import dev.dovetail.examples.telephony.customendpoint.CustomEndpoint;
import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.endpoint.EndpointRef;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointCustoms;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSccps;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSips;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpoints;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.sccpendpoint.SccpEndpoint;
import dev.dovetail.examples.telephony.sccpendpoint.SccpEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.CallerId;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoint;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.http.Creation;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Child;
import dev.dovetail.http.json.Input;
import dev.dovetail.http.json.Reading;
import dev.dovetail.http.json.Representation;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What bodies of lines hold besides columns: an endpoint, extensions, and the caller id, which the endpoint keeps. */
final class LineBodies {
    private static final String OPTIONS = "endpoint_section_options";
    private static final List<String> ENDPOINTS = List.of("endpoint_sip", "endpoint_sccp", "endpoint_custom");
    private static final Input<String> CALLER_ID_NAME =
            Input.of("caller_id_name", String.class).orNull();
    private static final Input<String> CALLER_ID_NUM =
            Input.of("caller_id_num", String.class).orNull().reading((node, type, reading) -> digits(node, reading));
    private static final Child<SipEndpoint> ENDPOINT_SIP =
            Child.one("endpoint_sip", SipEndpoints.SIP_ENDPOINTS).completed(LineBodies::addContextOption);
    private static final Child<CustomEndpoint> ENDPOINT_CUSTOM =
            Child.one("endpoint_custom", CustomEndpoints.CUSTOM_ENDPOINTS);
    private static final Child<SccpEndpoint> ENDPOINT_SCCP = Child.one("endpoint_sccp", SccpEndpoints.SCCP_ENDPOINTS);
    private static final Child<Extension> EXTENSIONS = Child.list("extensions", Extensions.EXTENSIONS)
            .notNull()
            .completed((line, extension) -> {
                if (!extension.has("context") && line.has("context")) {
                    extension.set("context", line.get("context"));
                }
            });

    private LineBodies() {}

    private static @Nullable Object digits(JsonNode node, Reading reading) {
        Object text = reading.read(node, String.class);
        return text == null || text.toString().matches("[0-9]+")
                ? text
                : reading.report(TelephonyErrors.invalid(
                        reading.resource(), reading.path(), DigitsOnly.class.getSimpleName(), "Invalid input."));
    }

    private static void addContextOption(ObjectNode line, ObjectNode endpoint) {
        JsonNode context = line.get("context");
        JsonNode options = endpoint.has(OPTIONS) ? endpoint.get(OPTIONS) : endpoint.putArray(OPTIONS);
        if (context != null
                && context.isString()
                && options instanceof ArrayNode pairs
                && option(pairs, "context") == null) {
            pairs.addArray().add("context").add(context.stringValue());
        }
    }

    private static @Nullable JsonNode option(JsonNode pairs, String key) {
        for (JsonNode pair : pairs) {
            if (pair.isArray()
                    && pair.path(0).isString()
                    && pair.path(0).stringValue().equals(key)) {
                return pair.get(1);
            }
        }
        return null;
    }

    static void shape(Representation.Builder<Line> shape) {
        shape.before(LineBodies::passOverEmptySccp)
                .input(CALLER_ID_NAME)
                .input(CALLER_ID_NUM)
                .child(ENDPOINT_SIP)
                .child(ENDPOINT_CUSTOM)
                .child(ENDPOINT_SCCP)
                .child(EXTENSIONS)
                .after(LineBodies::refuseSeveralEndpoints)
                .after(LineBodies::refuseAmbiguousCallerId);
    }

    /** An empty SCCP endpoint counts as none: so clients know it. */
    private static void passOverEmptySccp(ObjectNode body, boolean creating, Violations violations) {
        if (body.path(ENDPOINT_SCCP.name()).isEmpty()
                && body.path(ENDPOINT_SCCP.name()).isObject()) {
            body.remove(ENDPOINT_SCCP.name());
        }
    }

    private static void refuseSeveralEndpoints(ObjectNode body, boolean creating, Violations violations) {
        if (creating && ENDPOINTS.stream().filter(body::hasNonNull).count() > 1) {
            violations.add(TelephonyErrors.schema(
                    "Line", Path.whole(), "several-endpoints", "Only one endpoint should be configured on a line"));
        }
    }

    private static void refuseAmbiguousCallerId(ObjectNode body, boolean creating, Violations violations) {
        if (creating && body.hasNonNull("caller_id_name")) {
            refuseAmbiguousCallerId(body, ENDPOINT_SIP.name(), OPTIONS, "callerid", violations);
            refuseAmbiguousCallerId(body, ENDPOINT_SCCP.name(), "options", "cid_name", violations);
        }
    }

    private static void refuseAmbiguousCallerId(
            ObjectNode body, String endpoint, String options, String key, Violations violations) {
        JsonNode option = option(body.path(endpoint).path(options), key);
        if (option != null) {
            violations.add(TelephonyErrors.schema(
                    "Line",
                    Path.whole(),
                    "ambiguous-caller-id",
                    "Ambiguous caller ID: line.caller_id_name = "
                            + body.get("caller_id_name").stringValue() + " " + endpoint + "." + options + "[\"" + key
                            + "\"] = " + option.stringValue()));
        }
    }

    static void follow(ResourceRoutes<Line, Integer> lines, Routes routes) {
        Services services = routes.services();
        lines.child(
                        ENDPOINT_SIP,
                        (line, endpoint) -> services.of(LineEndpointSips.LINE_ENDPOINT_SIP)
                                .associate(line.call(), line.row().id(), endpoint.uuid()))
                .child(
                        ENDPOINT_CUSTOM,
                        (line, endpoint) -> services.of(LineEndpointCustoms.LINE_ENDPOINT_CUSTOM)
                                .associate(line.call(), line.row().id(), endpoint.id()))
                .child(
                        ENDPOINT_SCCP,
                        (line, endpoint) -> services.of(LineEndpointSccps.LINE_ENDPOINT_SCCP)
                                .associate(line.call(), line.row().id(), endpoint.id()))
                .created(line -> nameCaller(services, line))
                .child(
                        EXTENSIONS,
                        (line, extension) -> existing(services, line.call(), extension),
                        (line, extension) -> services.of(LineExtensions.LINE_EXTENSION)
                                .associate(line.call(), line.row().id(), extension.id()))
                .edited((call, line, body) -> editCallerId(services, call, line, body));
    }

    private static Optional<Extension> existing(Services services, CallContext call, Body<Extension> extension) {
        String exten = Objects.requireNonNull(extension.value(Extensions.EXTEN));
        String context = Objects.requireNonNull(extension.value(Extensions.CONTEXT));
        return services.of(Extensions.EXTENSIONS)
                .findBy(
                        call,
                        Criterion.equal(Extensions.EXTEN, exten).and(Criterion.equal(Extensions.CONTEXT, context)));
    }

    private static void nameCaller(Services services, Creation<Line> line) {
        String name = line.body().value(CALLER_ID_NAME);
        String number = line.body().value(CALLER_ID_NUM);
        boolean sip = !line.body().children(ENDPOINT_SIP).isEmpty();
        if (name != null) {
            refuseWhereNoneIsKept(services, line.row(), CALLER_ID_NAME);
            write(services, line.row(), CALLER_ID_NAME, name);
        }
        if (number != null && sip) {
            write(services, line.row(), CALLER_ID_NUM, number);
        }
    }

    private static void editCallerId(Services services, CallContext call, Line line, Body<Line> body) {
        for (Input<String> input : List.of(CALLER_ID_NAME, CALLER_ID_NUM)) {
            String value = body.value(input);
            if (value != null) {
                refuseWhereNoneIsKept(services, line, input);
                if (write(services, line, input, value)) {
                    services.unitOfWork().call(call, unit -> {
                        unit.about("Line/" + line.id(), announcements -> Lines.RELOADS.forEach(announcements::command));
                        return Boolean.TRUE;
                    });
                }
            } else if (body.gives(input) && LineEndpoints.of(services, line).isPresent()) {
                throw line("Cannot set caller id " + (input.equals(CALLER_ID_NUM) ? "num " : "") + "to None")
                        .toException();
            }
        }
    }

    private static void refuseWhereNoneIsKept(Services services, Line line, Input<String> half) {
        EndpointRef endpoint = LineEndpoints.of(services, line)
                .orElseThrow(() ->
                        line("Cannot set caller id if no endpoint associated").toException());
        if (endpoint.kind().equals("custom")) {
            throw line("Cannot set caller id on endpoint of type 'custom'").toException();
        }
        if (endpoint.kind().equals("sccp") && half.equals(CALLER_ID_NUM)) {
            throw line("Cannot set caller id num on endpoint of type 'sccp'").toException();
        }
    }

    private static Violation line(String text) {
        return TelephonyErrors.line(text);
    }

    /** Writes one half of the caller id; returns whether it was another before. */
    private static boolean write(Services services, Line line, Input<String> half, String value) {
        boolean name = half.equals(CALLER_ID_NAME);
        boolean sip = CallerIds.changeSip(services, line, endpoint -> {
            CallerId old = CallerId.of(endpoint);
            return (name ? old.named(value) : old.numbered(value)).writtenTo(endpoint);
        });
        if (sip || !name) {
            return sip;
        }
        return CallerIds.changeSccp(services, line, endpoint -> SccpEndpoints.withCallerName(endpoint, value));
    }
}
