package dev.dovetail.examples.quickstart.device;

import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;

public final class Devices {
    public static final Resource<Device, Integer> DEVICES = Resource.of(Device.class, Device::id)
            .generatedKey()
            .unique(Device::label)
            .search(Device::label, Device::vendor)
            .build();
    public static final ResourcePlugin<Device, Integer> PLUGIN = ResourcePlugin.of(DEVICES)
            .forbid("A label is no number.", change -> change.value().label().matches("[0-9]+"))
            .announcesChanges();

    private Devices() {}
}
