package dev.dovetail.examples.telephony.queue;

import dev.dovetail.Preparation;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.KeptFields;
import dev.dovetail.examples.telephony.common.Lenient;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.fallback.Fallback.Reason;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.examples.telephony.queueextension.QueueExtensions;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Creation;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Queues; they keep the name that they were created with. */
public final class Queues implements TelephonyPlugin<Queue, Integer> {
    private static final Derived<Queue, String> EXTEN = Derived.foundAscii(
            "exten", () -> Derivation.right(QueueExtensions.QUEUE_EXTENSION, Derivation.of(Extensions.EXTEN)));
    private static final Derived<Queue, String> TARGETS = Derived.of(
            "targets",
            String.class,
            queue -> Destinations.targets(queue.waitTimeDestination(), queue.waitRatioDestination()));
    public static final Resource<Queue, Integer> QUEUES = Resource.of(Queue.class, Queue::id)
            .generatedKey()
            .tenant(Queue::tenantUuid)
            .unique(Queue::name)
            .stored(TARGETS)
            .defaultValues(
                    false,
                    Queue::dataQuality,
                    Queue::dtmfHangupCalleeEnabled,
                    Queue::dtmfHangupCallerEnabled,
                    Queue::dtmfTransferCalleeEnabled,
                    Queue::dtmfTransferCallerEnabled,
                    Queue::dtmfRecordCalleeEnabled,
                    Queue::dtmfRecordCallerEnabled,
                    Queue::dtmfRecordToggle,
                    Queue::ringOnHold,
                    Queue::announceHoldTimeOnEntry)
            .defaultValues(
                    true, Queue::retryOnTimeout, Queue::ignoreForward, Queue::markAnsweredElsewhere, Queue::enabled)
            .defaultValue(Queue::options, List.of())
            .searchFilterAndSort(Queue::id, Queue::name, Queue::label, Queue::preprocessSubroutine)
            .searchFilterAndSortAlso(EXTEN)
            .build();
    public static final Column<Queue, String> LABEL = QUEUES.column(Queue::label);
    private static final Column<Queue, List<List<String>>> OPTIONS = QUEUES.column(Queue::options);
    private static final Column<Queue, Destination> WAIT_TIME = QUEUES.column(Queue::waitTimeDestination);
    private static final Column<Queue, Destination> WAIT_RATIO = QUEUES.column(Queue::waitRatioDestination);
    private static final Fallbacks<Queue, Integer> FALLBACKS = new Fallbacks<>(QUEUES, List.of(Reason.values()));

    private record Data(int id) {}

    @Override
    public Resource<Queue, Integer> resource() {
        return QUEUES;
    }

    @Override
    public Preparation<Queue> computes(Services services) {
        return (call, before, draft) -> {
            Edit<Queue> edit = Edit.of(QUEUES);
            if ("".equals(draft.label())) {
                edit = edit.set(LABEL, null);
            }
            if (before == null) {
                edit = edit.set(OPTIONS, QueueOptions.created(draft.options()));
            } else if (!before.options().equals(draft.options())) {
                edit = edit.set(OPTIONS, QueueOptions.replaced(draft.options()));
            }
            return edit.applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<Queue> validation(Services services) {
        return ValidationGroup.<Queue>builder()
                .stopAtFirst()
                .common(Rules.unique(services.dao(QUEUES)))
                .common((change, violations) -> isNoGroup(services, change.value(), violations))
                .common(Destinations.exist(
                        services, queue -> Arrays.asList(queue.waitTimeDestination(), queue.waitRatioDestination())))
                .common(MusicOnHold.known(
                        services, QUEUES.column(Queue::musicOnHold), QUEUES.column(Queue::tenantUuid)))
                .build();
    }

    private static void isNoGroup(Services services, Queue queue, Violations violations) {
        if (services.loaded(Groups.GROUPS.collection())
                && services.dao(Groups.GROUPS)
                        .findBy(Criterion.equal(Groups.NAME, queue.name()))
                        .isPresent()) {
            violations.add(Errors.alreadyExists(Groups.GROUPS.name(), Details.of("name", queue.name())));
        }
    }

    /** Takes destinations that lead to an object out of queues. */
    public static void forget(Services services, String token) {
        if (!services.loaded(QUEUES.collection())) {
            return;
        }
        var dao = services.dao(QUEUES);
        List<Integer> leading = dao.search(Search.where(Destinations.leadingTo(TARGETS, token))).items().stream()
                .map(Queue::id)
                .toList();
        dao.lockAll(leading)
                .forEach(queue -> dao.update(
                        queue,
                        Edit.of(QUEUES)
                                .set(WAIT_TIME, Destinations.without(queue.waitTimeDestination(), token))
                                .set(WAIT_RATIO, Destinations.without(queue.waitRatioDestination(), token))
                                .applyTo(queue)));
    }

    @Override
    public void deleting(Services services, Change<Queue> deletion) {
        FALLBACKS.delete(services, deletion.value());
        Destinations.removeTo(services, QUEUES, deletion.value());
    }

    @Override
    public Notifier<Change<Queue>> notifier(Services services) {
        return BusEvents.byId("queue", Queue::tenantUuid, Queue::id)
                .commands(Sysconfd.reloads("module reload app_queue.so"))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Queue> shape, Representations all) {
        shape.before(KeptFields.of("name"))
                .reader(Queue::waitRatioThreshold, Lenient::number)
                .computed("options", Schema.listOf(Schema.listOf(Schema.string())), Queue::options)
                .part("wait_time_destination", Destinations.part(Queue::waitTimeDestination))
                .part("wait_ratio_destination", Destinations.part(Queue::waitRatioDestination))
                .part("extensions", Part.emptyList())
                .part("schedules", Part.emptyList());
    }

    /** Options that are not known are told back to whoever gives them, and kept by nobody: so clients know it. */
    private static void showUnknownOptions(Creation<Queue> queue) {
        List<List<String>> given = queue.body().value(OPTIONS);
        List<List<String>> unknown = given == null ? List.of() : QueueOptions.unknown(given);
        if (!unknown.isEmpty()) {
            List<List<String>> shown = new ArrayList<>(queue.row().options());
            shown.addAll(unknown);
            queue.show("options", JsonMapper.shared().writeValueAsString(shown));
        }
    }

    @Override
    public void route(Routes routes) {
        routes.resource(QUEUES).created(Queues::showUnknownOptions).add();
        FALLBACKS
                .routes(
                        routes,
                        queue -> BusScope.tenant(
                                queue.tenantUuid(), new Event("queue_fallback_edited", new Data(queue.id()), Map.of())))
                .add(KeyFormat.integer());
    }
}
