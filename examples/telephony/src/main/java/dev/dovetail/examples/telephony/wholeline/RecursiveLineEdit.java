package dev.dovetail.examples.telephony.wholeline;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.examples.telephony.endpoint.EndpointRef;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpoints;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Representation;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Edits a line that a user keeps, with its SIP endpoint and its extension, from an entry of a user's body. */
public record RecursiveLineEdit(Routes routes, Exchange exchange) {
    private static final Map<String, String> KINDS = Map.of("sip", "SIP", "sccp", "SCCP", "custom", "custom");

    /** Edits a line from the entry at an index of the list of lines. */
    public void edit(Line line, JsonNode entry, int index) {
        checkDevice(line, entry, index);
        editEndpoint(line, entry);
        JsonNode extensions = entry.path("extensions");
        if (!extensions.isEmpty()) {
            editExtensions(line, extensions, entry.path("context"), index);
        }
        routes.compound(Lines.LINES)
                .edit(call(), line.id(), representation(Lines.LINES).read(entry, false));
    }

    private CallContext call() {
        return exchange.call();
    }

    private Services services() {
        return routes.services();
    }

    private <T extends Record> Representation<T> representation(Resource<T, ?> resource) {
        return routes.representations().of(resource);
    }

    private <T extends Record> Edit<T> edit(Resource<T, ?> resource, JsonNode body) {
        return representation(resource).read(body, false).toEdit();
    }

    /** A line that stays has to name its device; there are none but those that lines have. */
    private static void checkDevice(Line line, JsonNode entry, int index) {
        JsonNode device = entry.get("device_id");
        if (device != null && device.isNull()) {
            throw Errors.nullValue("Line", Path.of("lines").index(index).field("deviceId"))
                    .toException();
        }
        String id = device == null ? null : device.asString();
        if (id == null || !id.equals(line.deviceId())) {
            throw Errors.notFound("Device", Details.of("id", id)).toException();
        }
    }

    private void editEndpoint(Line line, JsonNode entry) {
        Optional<EndpointRef> present = LineEndpoints.of(services(), line);
        for (String kind : List.of("sip", "sccp", "custom")) {
            JsonNode endpoint = entry.path("endpoint_" + kind);
            if (!endpoint.isObject() || present.isEmpty() || (kind.equals("sccp") && endpoint.isEmpty())) {
                continue;
            } else if (!present.get().kind().equals(kind)) {
                throw TelephonyErrors.line("There is already an endpoint associated to the line that is not of type "
                                + KINDS.get(kind) + ". Cannot update the line with another endpoint type")
                        .toException();
            } else if (!kind.equals("sip")
                    || !KeyFormat.uuid().matches(endpoint.path("uuid").asString(""))) {
                throw Errors.technical(
                        ErrorKind.STORE_FAILED, "the endpoint of a line that stays needs its uuid", null);
            }
            services()
                    .of(SipEndpoints.SIP_ENDPOINTS)
                    .edit(
                            call(),
                            UUID.fromString(endpoint.path("uuid").stringValue()),
                            edit(SipEndpoints.SIP_ENDPOINTS, endpoint));
        }
    }

    private void editExtensions(Line line, JsonNode entries, JsonNode context, int index) {
        Set<Integer> wanted = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            JsonNode id = entries.get(i).get("id");
            if (id != null && id.isNull()) {
                throw Errors.nullValue(
                                "Line",
                                Path.of("lines")
                                        .index(index)
                                        .field("extensions")
                                        .index(i)
                                        .field("id"))
                        .toException();
            } else if (id != null) {
                wanted.add(id.asInt());
            }
        }
        LineExtensions.extensionOf(services(), line)
                .filter(extension -> !wanted.contains(extension.id()))
                .ifPresent(extension -> takeAway(line, extension));
        for (JsonNode entry : entries) {
            ObjectNode extension = ((ObjectNode) entry).deepCopy();
            if (!extension.has("context")) {
                extension.set("context", context);
            }
            editExtension(line, extension);
        }
    }

    /** Takes its extension from a line; the device, which would stand in the way of that, is plugged in again. */
    private void takeAway(Line line, Extension extension) {
        Line locked = services().dao(Lines.LINES).lock(line.id()).orElseThrow();
        Line unplugged = Lines.plug(services(), locked, null);
        new RecursiveLineDeletion(services()).delete(call(), unplugged, extension);
        Lines.plug(services(), unplugged, locked.deviceId());
    }

    private void editExtension(Line line, ObjectNode entry) {
        var extensions = services().of(Extensions.EXTENSIONS);
        if (entry.has("id")) {
            extensions.edit(call(), entry.get("id").asInt(), edit(Extensions.EXTENSIONS, entry));
            return;
        }
        Extension made = extensions.create(
                call(), representation(Extensions.EXTENSIONS).read(entry, true).toCreate());
        services().of(LineExtensions.LINE_EXTENSION).associate(call(), line.id(), made.id());
    }
}
