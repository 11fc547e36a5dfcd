package dev.dovetail.examples.telephony.queueextension;

import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Ranges;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionLinks;
import dev.dovetail.examples.telephony.extension.ExtensionUse;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.queue.Queue;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import java.util.List;

/** The extension of a queue. */
public final class QueueExtensions extends ExtensionLinks<Queue> {
    public static final Association<Queue, Integer, Extension, Integer> QUEUE_EXTENSION =
            ExtensionUse.one(Queues.QUEUES, "queue_extension");
    public static final ExtensionUse<Queue> USE =
            new ExtensionUse<>("queue", QUEUE_EXTENSION, Context.Type.INTERNAL, Ranges.QUEUE);

    private static final Derived<Queue, String> EXTEN =
            Derived.foundAscii("exten", () -> Derivation.right(QUEUE_EXTENSION, Derivation.of(Extensions.EXTEN)));

    private record Data(int queueId, int extensionId) {}

    public QueueExtensions() {
        super(USE);
    }

    @Override
    public List<Plugin> parts() {
        return with(ResourcePlugin.extending(Queues.QUEUES).derived(EXTEN));
    }

    @Override
    protected Object data(Link<Queue, Extension> link) {
        return new Data(link.left().id(), link.right().id());
    }

    @Override
    protected String[] shown() {
        return new String[] {"id", "name", "label", "links"};
    }
}
