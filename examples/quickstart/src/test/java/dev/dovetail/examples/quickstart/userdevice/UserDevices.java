package dev.dovetail.examples.quickstart.userdevice;

import static dev.dovetail.examples.quickstart.device.Devices.DEVICES;
import static dev.dovetail.examples.quickstart.user.Users.USERS;

import dev.dovetail.examples.quickstart.device.Device;
import dev.dovetail.examples.quickstart.user.User;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.DerivedUse;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.Rules;

public final class UserDevices {
    public static final Association<User, Integer, Device, Integer> USER_DEVICES = Association.between(USERS, DEVICES)
            .oneLeft()
            .onDeleteLeft(OnDelete.UNLINK)
            .build();
    static final Derived<User, String> DEVICE = Derived.found(
            "device", String.class, () -> Derivation.right(USER_DEVICES, Derivation.of(DEVICES.column(Device::label))));

    public static final AssociationPlugin<User, Integer, Device, Integer> PLUGIN = AssociationPlugin.of(USER_DEVICES)
            .rule(Rules.forbid(
                    "Device", "It has no vendor.", link -> link.right().vendor() == null))
            .announcesLinks()
            .with(
                    ResourcePlugin.extending(USERS).derived(DEVICE, DerivedUse.FILTER),
                    HttpPlugin.representing(all -> all.shape(USERS)
                            .part("devices", all.rights(USER_DEVICES, all.only(DEVICES, "id", "label")))));

    private UserDevices() {}
}
