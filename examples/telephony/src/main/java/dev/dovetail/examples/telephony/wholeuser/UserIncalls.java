package dev.dovetail.examples.telephony.wholeuser;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.examples.telephony.common.ListInput;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.context.IncallRange;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionUses;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.incall.Incall;
import dev.dovetail.examples.telephony.incall.Incalls;
import dev.dovetail.examples.telephony.incallextension.IncallExtensions;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.UserDestinations;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.MayBeAbsent;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives a user the numbers that he is called by from outside; called within a unit of work. */
record UserIncalls(Routes routes, CallContext call, User user) {
    private static final Column<Context, List<IncallRange>> RANGES = Contexts.CONTEXTS.column(Context::incallRanges);

    private static final Column<Incall, UUID> TENANT = Incalls.INCALLS.column(Incall::tenantUuid);

    /** What a body of a user says of an incall. */
    record Entry(
            @MayBeAbsent @Nullable Integer id,
            @MayBeAbsent @Nullable List<Called> extensions) {}

    /** Names an extension: by its id, or by number and context. */
    record Called(
            @MayBeAbsent @Nullable Integer id,
            @MayBeAbsent @Nullable String exten,
            @MayBeAbsent @Nullable String context) {}

    private Services services() {
        return routes.services();
    }

    /** Lets each extension of each entry lead to the user; returns the entries with the ids of what there is now. */
    String add(ListInput<Entry> given) {
        JsonNode shown = given.json().deepCopy();
        for (int i = 0; i < shown.size(); i++) {
            ObjectNode entry = (ObjectNode) shown.get(i);
            JsonNode extensions = entry.path("extensions");
            for (int j = 0; j < extensions.size(); j++) {
                ObjectNode number = (ObjectNode) extensions.get(j);
                Extension extension = extension(number, i, j);
                widen(extension);
                entry.put("id", lead(extension).id());
                number.put("id", extension.id());
            }
        }
        return shown.toString();
    }

    private Extension extension(ObjectNode number, int i, int j) {
        JsonNode id = number.get("id");
        return id != null && !id.isNull()
                ? services().of(Extensions.EXTENSIONS).get(call, id.asInt())
                : named(number, i, j);
    }

    /** Returns the extension of a number and context, made now if it is not there. */
    private Extension named(ObjectNode number, int i, int j) {
        Body<Extension> body =
                routes.representations().of(Extensions.EXTENSIONS).readChild(number);
        if (!body.violations().isEmpty()) {
            Path at = Path.of("incalls").index(i).field("extensions").index(j);
            throw new DovetailException(body.violations().stream()
                    .map(fault -> fault.at(at.then(fault.path())))
                    .toList());
        }
        Extension wanted = body.toCreate();
        var extensions = services().of(Extensions.EXTENSIONS);
        return extensions
                .findBy(
                        call,
                        Criterion.equal(Extensions.EXTEN, wanted.exten())
                                .and(Criterion.equal(Extensions.CONTEXT, wanted.context())))
                .orElseGet(() -> extensions.create(call, wanted));
    }

    /** Requires a context for calls from outside, and makes the extension one of its numbers. */
    private void widen(Extension extension) {
        Context context = services()
                .dao(Contexts.CONTEXTS)
                .findBy(Criterion.equal(Contexts.NAME, extension.context()))
                .orElseThrow();
        if (context.type() != Context.Type.INCALL) {
            throw TelephonyErrors.line("Context associated to the extension is not of type 'incall'")
                    .toException();
        }
        String exten = extension.exten();
        boolean within = context.incallRanges().stream().anyMatch(range -> isWithin(range, exten));
        if (!within) {
            List<IncallRange> ranges = new ArrayList<>(context.incallRanges());
            ranges.add(new IncallRange(exten, exten, exten.length()));
            services()
                    .of(Contexts.CONTEXTS)
                    .edit(call, context.id(), Edit.of(Contexts.CONTEXTS).set(RANGES, ranges));
        }
    }

    private static boolean isWithin(IncallRange range, String exten) {
        String end = range.end() == null ? range.start() : range.end();
        return range.start().compareTo(exten) <= 0 && exten.compareTo(end) <= 0;
    }

    /** Returns the incall of an extension, which leads to the user now. */
    private Incall lead(Extension extension) {
        Optional<Incall> present = IncallExtensions.USE.of(services(), extension);
        if (present.isEmpty()) {
            Incall made = services()
                    .of(Incalls.INCALLS)
                    .create(
                            call,
                            new Incall(
                                    0,
                                    user.tenantUuid(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    UserDestinations.TYPE.to(user.id())));
            link(made, extension);
            return made;
        }
        Incall incall = present.get();
        if (leadsToUser(incall.destination())) {
            return incall;
        }
        refuseOther(incall.destination());
        return services()
                .of(Incalls.INCALLS)
                .edit(
                        call,
                        incall.id(),
                        Edit.of(Incalls.INCALLS).set(Incalls.DESTINATION, UserDestinations.TYPE.to(user.id())));
    }

    private void link(Incall incall, Extension extension) {
        services().of(IncallExtensions.INCALL_EXTENSION).associate(call, incall.id(), extension.id());
    }

    private boolean leadsToUser(Destination destination) {
        return UserDestinations.TYPE
                .key(destination)
                .filter(id -> id == user.id())
                .isPresent();
    }

    private static void refuseOther(Destination destination) {
        if (!"none".equals(destination.values().get("type"))) {
            throw TelephonyErrors.line("Existing incall does not have the new user as a destination")
                    .toException();
        }
    }

    /** Makes these the incalls of the user; those that are not among them are deleted with their extensions. */
    void replace(@Nullable ListInput<Entry> given) {
        Map<Incall, Optional<Extension>> before = free();
        Set<Integer> kept = new HashSet<>();
        Set<Integer> named = new HashSet<>();
        if (given != null) {
            for (int i = 0; i < given.entries().size(); i++) {
                Entry entry = given.entries().get(i);
                if (entry.id() != null) {
                    kept.add(entry.id());
                }
                put(entry, (ObjectNode) given.json().get(i), i);
                numbers(entry).forEach(number -> named.add(number.id()));
            }
        }
        before.forEach((incall, extension) -> {
            if (!kept.contains(incall.id())) {
                services().of(Incalls.INCALLS).delete(call, incall.id());
                extension
                        .filter(its -> !named.contains(its.id()) && isFree(its))
                        .ifPresent(its -> services().of(Extensions.EXTENSIONS).delete(call, its.id()));
            }
        });
    }

    private static List<Called> numbers(Entry entry) {
        if (entry.extensions() == null) {
            throw Errors.technical(ErrorKind.STORE_FAILED, "an incall of a user needs its extensions", null);
        }
        return entry.extensions();
    }

    /** Takes the extensions from the incalls of the user; returns which had which. */
    private Map<Incall, Optional<Extension>> free() {
        Map<Incall, Optional<Extension>> before = new LinkedHashMap<>();
        for (Incall incall : UserDestinations.INCALLS.of(services(), user)) {
            Optional<Extension> extension = services()
                    .lookups()
                    .rights(IncallExtensions.INCALL_EXTENSION, List.of(incall))
                    .get()
                    .getOrDefault(incall.id(), List.of())
                    .stream()
                    .findFirst();
            extension.ifPresent(
                    its -> services().of(IncallExtensions.INCALL_EXTENSION).dissociate(call, incall.id(), its.id()));
            before.put(incall, extension);
        }
        return before;
    }

    private boolean isFree(Extension extension) {
        return ExtensionUses.taken(services(), extension, "associated_id").isEmpty()
                && LineExtensions.linesOf(services(), extension).isEmpty();
    }

    private void put(Entry entry, ObjectNode json, int i) {
        Incall incall = entry.id() == null ? create(json) : edit(entry.id(), json);
        for (int j = 0; j < numbers(entry).size(); j++) {
            ObjectNode number = (ObjectNode) json.get("extensions").get(j);
            Integer id = numbers(entry).get(j).id();
            if (id == null) {
                Extension extension = named(number, i, j);
                if (entry.id() != null) {
                    widen(extension);
                }
                link(incall, extension);
                continue;
            }
            // As clients know it, an incall that stays loses an extension that is named by its id.
            Extension extension = services()
                    .of(Extensions.EXTENSIONS)
                    .edit(
                            call,
                            id,
                            routes.representations()
                                    .of(Extensions.EXTENSIONS)
                                    .read(number, false)
                                    .toEdit());
            if (entry.id() == null) {
                link(incall, extension);
            }
        }
    }

    private Incall create(ObjectNode json) {
        Incall wanted = routes.representations()
                .of(Incalls.INCALLS)
                .read(toUser(json), true)
                .toCreate();
        return services()
                .of(Incalls.INCALLS)
                .create(
                        call,
                        Edit.of(Incalls.INCALLS).set(TENANT, user.tenantUuid()).applyTo(wanted));
    }

    private Incall edit(int id, ObjectNode json) {
        services().of(Incalls.INCALLS).get(call, id);
        Edit<Incall> edit =
                routes.representations().of(Incalls.INCALLS).read(json, false).toEdit();
        Destination wanted = Objects.requireNonNullElse(edit.value(Incalls.DESTINATION), Destination.NONE);
        if (!leadsToUser(wanted)) {
            refuseOther(wanted);
            edit = edit.set(Incalls.DESTINATION, UserDestinations.TYPE.to(user.id()));
        }
        return services().of(Incalls.INCALLS).edit(call, id, edit);
    }

    private ObjectNode toUser(ObjectNode json) {
        ObjectNode copy = json.deepCopy();
        copy.putObject("destination").put("type", "user").put("user_id", user.id());
        return copy;
    }
}
