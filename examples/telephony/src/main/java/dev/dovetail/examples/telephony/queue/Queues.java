package dev.dovetail.examples.telephony.queue;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.KeptFields;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.DestinationOwner;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.fallback.Fallback.Reason;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.http.Creation;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Queues; they keep the name that they were created with. */
public final class Queues {
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
            .build();
    static final Column<Queue, String> LABEL = QUEUES.column(Queue::label);
    private static final Column<Queue, List<List<String>>> OPTIONS = QUEUES.column(Queue::options);
    private static final Column<Queue, Destination> WAIT_TIME = QUEUES.column(Queue::waitTimeDestination);
    private static final Column<Queue, Destination> WAIT_RATIO = QUEUES.column(Queue::waitRatioDestination);
    private static final Fallbacks<Queue, Integer> FALLBACKS = new Fallbacks<>(QUEUES, List.of(Reason.values()));

    private Queues() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(QUEUES)
                .event("queue")
                .reload("module reload app_queue.so")
                .shape((shape, all) -> shape(shape, Destinations.of(all.services())))
                .routes(mine -> mine.created(Queues::showUnknownOptions))
                .plugin()
                .prepare((services, change) -> withOptions(change))
                .stopAtFirst()
                .rule(Rules.unique(QUEUES))
                .rule(Queues::isNoGroup)
                .rule((services, change, violations) -> Destinations.of(services)
                        .<Queue>exist(queue -> Arrays.asList(queue.waitTimeDestination(), queue.waitRatioDestination()))
                        .check(change, violations))
                .rule(MusicOnHold.known(QUEUES, Queue::musicOnHold))
                .with(
                        FALLBACKS.served(KeyFormat.integer()),
                        QueueDestinations.TYPE,
                        new DestinationOwner<>(QUEUES, TARGETS, Queues::without));
    }

    private static void shape(Representation.Builder<Queue> shape, Destinations destinations) {
        shape.before(KeptFields.of("name"))
                .reader(Queue::waitRatioThreshold, Loose::number)
                .computed("options", Schema.listOf(Schema.listOf(Schema.string())), Queue::options)
                .part("wait_time_destination", destinations.part(Queue::waitTimeDestination))
                .part("wait_ratio_destination", destinations.part(Queue::waitRatioDestination));
    }

    private static Queue withOptions(Change<Queue> change) {
        Queue queue = change.value();
        Edit<Queue> edit = Edit.of(QUEUES);
        if ("".equals(queue.label())) {
            edit = edit.set(LABEL, null);
        }
        if (change.before().isEmpty()) {
            edit = edit.set(OPTIONS, QueueOptions.created(queue.options()));
        } else if (!change.before().get().options().equals(queue.options())) {
            edit = edit.set(OPTIONS, QueueOptions.replaced(queue.options()));
        }
        return edit.applyTo(queue);
    }

    private static void isNoGroup(Services services, Change<Queue> change, Violations violations) {
        String name = change.value().name();
        if (services.dao(Groups.GROUPS)
                .findBy(Criterion.equal(Groups.NAME, name))
                .isPresent()) {
            violations.add(Errors.alreadyExists(Groups.GROUPS.name(), Details.of("name", name)));
        }
    }

    /** Returns a queue without destinations that lead to an object. */
    private static Queue without(Queue queue, String token) {
        return Edit.of(QUEUES)
                .set(WAIT_TIME, Destinations.without(queue.waitTimeDestination(), token))
                .set(WAIT_RATIO, Destinations.without(queue.waitRatioDestination(), token))
                .applyTo(queue);
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
}
