package dev.dovetail.examples.telephony.queue;

import dev.dovetail.Preparation;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.KeptFields;
import dev.dovetail.examples.telephony.common.Lenient;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.examples.telephony.queueextension.QueueExtensions;
import dev.dovetail.examples.telephony.queuemember.QueueMembers;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;

/** Queues; they keep the name that they were created with. */
public final class Queues implements TelephonyPlugin<Queue, Integer> {
    private static final Derived<Queue, String> EXTEN = Derived.foundAscii(
            "exten", () -> Derivation.right(QueueExtensions.QUEUE_EXTENSION, Derivation.of(Extensions.EXTEN)));
    public static final Resource<Queue, Integer> QUEUES = Resource.of(Queue.class, Queue::id)
            .generatedKey()
            .tenant(Queue::tenantUuid)
            .unique(Queue::name)
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

    @Override
    public Resource<Queue, Integer> resource() {
        return QUEUES;
    }

    @Override
    public Preparation<Queue> preparation(Services services) {
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
                .common(MusicOnHold.known(
                        services, QUEUES.column(Queue::musicOnHold), QUEUES.column(Queue::tenantUuid)))
                .build();
    }

    @Override
    public void deleting(Services services, Change<Queue> deletion) {
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
                .part("wait_time_destination", Part.nothing())
                .part("wait_ratio_destination", Part.nothing())
                .part("extensions", Part.emptyList())
                .part("schedules", Part.emptyList())
                .part("members", QueueMembers.of(all));
    }
}
