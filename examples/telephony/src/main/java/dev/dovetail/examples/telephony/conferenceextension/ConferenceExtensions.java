package dev.dovetail.examples.telephony.conferenceextension;

import dev.dovetail.examples.telephony.conference.Conference;
import dev.dovetail.examples.telephony.conference.Conferences;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Ranges;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionLinks;
import dev.dovetail.examples.telephony.extension.ExtensionUse;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import java.util.List;

/** The extension of a conference. */
public final class ConferenceExtensions extends ExtensionLinks<Conference> {
    public static final Association<Conference, Integer, Extension, Integer> CONFERENCE_EXTENSION =
            ExtensionUse.one(Conferences.CONFERENCES, "conference_extension");
    public static final ExtensionUse<Conference> USE =
            new ExtensionUse<>("conference", CONFERENCE_EXTENSION, Context.Type.INTERNAL, Ranges.CONFERENCE_ROOM);

    private static final Derived<Conference, String> EXTEN =
            Derived.foundAscii("exten", () -> Derivation.right(CONFERENCE_EXTENSION, Derivation.of(Extensions.EXTEN)));

    private record Data(int conferenceId, int extensionId) {}

    public ConferenceExtensions() {
        super(USE);
    }

    @Override
    public List<Plugin> parts() {
        return with(ResourcePlugin.extending(Conferences.CONFERENCES).derived(EXTEN));
    }

    @Override
    protected Object data(Link<Conference, Extension> link) {
        return new Data(link.left().id(), link.right().id());
    }

    @Override
    protected String[] shown() {
        return new String[] {"id", "name", "links"};
    }
}
