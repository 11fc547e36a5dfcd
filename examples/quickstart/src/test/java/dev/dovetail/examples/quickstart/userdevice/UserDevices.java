package dev.dovetail.examples.quickstart.userdevice;

import static dev.dovetail.examples.quickstart.device.Devices.DEVICES;
import static dev.dovetail.examples.quickstart.user.Users.USERS;

import dev.dovetail.examples.quickstart.device.Device;
import dev.dovetail.examples.quickstart.user.User;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.LegacyAssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;

public final class UserDevices implements LegacyAssociationPlugin<User, Integer, Device, Integer>, HttpPlugin {
    public static final Association<User, Integer, Device, Integer> USER_DEVICES = Association.between(USERS, DEVICES)
            .oneLeft()
            .onDeleteLeft(OnDelete.UNLINK)
            .build();

    @Override
    public Association<User, Integer, Device, Integer> association() {
        return USER_DEVICES;
    }

    @Override
    public AssociationValidationGroup<User, Device> validation(Services services) {
        return AssociationValidationGroup.<User, Device>builder()
                .association(Rules.<Link<User, Device>>forbid(
                        "Device", "It has no vendor.", link -> link.right().vendor() == null))
                .build();
    }

    @Override
    public void represent(Representations representations) {
        representations
                .shape(USERS)
                .part("devices", representations.rights(USER_DEVICES, representations.only(DEVICES, "id", "label")));
    }
}
