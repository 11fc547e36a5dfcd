package dev.dovetail.examples.telephony.ivr;

import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.DestinationOwner;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.incall.IncallTargets;
import dev.dovetail.examples.telephony.incallextension.IncallExtensions;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** IVRs. */
public final class Ivrs {
    /** The number of an incall that leads to it. */
    private static final Derived<Ivr, String> EXTEN = Derived.foundAscii(
            "exten",
            () -> Derivation.left(
                    Ivrs.INCALLS.association(),
                    Derivation.right(IncallExtensions.INCALL_EXTENSION, Derivation.of(Extensions.EXTEN))));

    private static final Derived<Ivr, String> TARGETS = Derived.of(
            "targets",
            String.class,
            ivr -> Destinations.targets(ivr.destinations().toArray(Destination[]::new)));
    public static final Resource<Ivr, Integer> IVRS = Resource.of(Ivr.class, Ivr::id)
            .name("IVR")
            .collection("ivr")
            .generatedKey()
            .tenant(Ivr::tenantUuid)
            .stored(TARGETS)
            .defaultValue(Ivr::timeout, 5)
            .defaultValue(Ivr::maxTries, 3)
            .defaultValue(Ivr::choices, List.of())
            .searchFilterAndSort(Ivr::id, Ivr::name, Ivr::description)
            .searchAlso(EXTEN)
            .filterAlso(EXTEN)
            .build();
    private static final Column<Ivr, String> NAME = IVRS.column(Ivr::name);
    public static final DestinationType<Ivr, Integer> DESTINATION =
            DestinationType.of(IVRS).showing("ivr_name", NAME);
    public static final IncallTargets<Ivr, Integer> INCALLS = IncallTargets.of(DESTINATION);

    private static final Column<Ivr, Destination> INVALID = IVRS.column(Ivr::invalidDestination);
    private static final Column<Ivr, Destination> TIMEOUT = IVRS.column(Ivr::timeoutDestination);
    private static final Column<Ivr, Destination> ABORT = IVRS.column(Ivr::abortDestination);
    private static final Column<Ivr, List<Choice>> CHOICES = IVRS.column(Ivr::choices);

    private Ivrs() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(IVRS)
                .event("ivr")
                .reload("dialplan reload")
                .shape((shape, all) -> shape(shape, Destinations.of(all.services())))
                .plugin()
                .stopAtFirst()
                .rule((services, change, violations) ->
                        Destinations.of(services).exist(Ivrs::withoutChoice).check(change, violations))
                .rule((services, change, violations) ->
                        checkChoices(Destinations.of(services), change.value(), violations))
                .with(DESTINATION, new DestinationOwner<>(IVRS, TARGETS, Ivrs::without));
    }

    private static void shape(Representation.Builder<Ivr> shape, Destinations destinations) {
        shape.part("invalid_destination", destinations.part(Ivr::invalidDestination))
                .part("timeout_destination", destinations.part(Ivr::timeoutDestination))
                .part("abort_destination", destinations.part(Ivr::abortDestination))
                .part(
                        "choices",
                        destinations
                                .parts(
                                        Ivr::choices,
                                        Choice::destination,
                                        (choice, out) -> out.writeStringProperty("exten", choice.exten()))
                                .as(Schema.listOf(Schema.object()
                                        .field("exten", Schema.string())
                                        .field("destination", destinations.schema()))));
    }

    private static List<@Nullable Destination> withoutChoice(Ivr ivr) {
        return ivr.destinations().subList(0, 3);
    }

    private static void checkChoices(Destinations destinations, Ivr ivr, Violations violations) {
        Set<String> taken = new HashSet<>();
        for (Choice choice : ivr.choices()) {
            if (!taken.add(choice.exten())) {
                violations.add(TelephonyErrors.ivrExtenUsed(choice.exten()));
            }
            destinations.check(choice.destination(), violations);
            if (!violations.isEmpty()) {
                return;
            }
        }
    }

    /** Returns an IVR without destinations that lead to an object, and without the choices that do. */
    private static Ivr without(Ivr ivr, String token) {
        return Edit.of(IVRS)
                .set(INVALID, Destinations.without(ivr.invalidDestination(), token))
                .set(TIMEOUT, Destinations.without(ivr.timeoutDestination(), token))
                .set(ABORT, Destinations.without(ivr.abortDestination(), token))
                .set(
                        CHOICES,
                        ivr.choices().stream()
                                .filter(choice -> Destinations.without(choice.destination(), token) != null)
                                .toList())
                .applyTo(ivr);
    }
}
