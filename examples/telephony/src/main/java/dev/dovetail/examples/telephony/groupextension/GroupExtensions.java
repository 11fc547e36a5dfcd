package dev.dovetail.examples.telephony.groupextension;

import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Ranges;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionLinks;
import dev.dovetail.examples.telephony.extension.ExtensionUse;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import java.util.List;
import java.util.UUID;

/** The extension of a group. */
public final class GroupExtensions extends ExtensionLinks<Group> {
    public static final Association<Group, Integer, Extension, Integer> GROUP_EXTENSION =
            ExtensionUse.one(Groups.GROUPS, "group_extension");
    public static final ExtensionUse<Group> USE =
            new ExtensionUse<>("group", GROUP_EXTENSION, Context.Type.INTERNAL, Ranges.GROUP);

    private static final Derived<Group, String> EXTEN =
            Derived.foundAscii("exten", () -> Derivation.right(GROUP_EXTENSION, Derivation.of(Extensions.EXTEN)));

    private record Data(int groupId, UUID groupUuid, int extensionId) {}

    public GroupExtensions() {
        super(USE);
    }

    @Override
    public List<Plugin> parts() {
        return with(ResourcePlugin.extending(Groups.GROUPS).derived(EXTEN));
    }

    @Override
    protected Object data(Link<Group, Extension> link) {
        return new Data(link.left().id(), link.left().uuid(), link.right().id());
    }

    @Override
    protected String[] shown() {
        return new String[] {"uuid", "id", "name", "links"};
    }

    @Override
    protected boolean tenantsLast() {
        return true;
    }
}
