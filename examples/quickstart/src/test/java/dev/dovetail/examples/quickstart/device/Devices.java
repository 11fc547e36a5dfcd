package dev.dovetail.examples.quickstart.device;

import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.LegacyResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;

public final class Devices implements LegacyResourcePlugin<Device, Integer> {
    public static final Resource<Device, Integer> DEVICES = Resource.of(Device.class, Device::id)
            .generatedKey()
            .unique(Device::label)
            .search(Device::label, Device::vendor)
            .build();
    static final EventType<Device> CREATED = new EventType<>("device_created", Device.class);

    @Override
    public Resource<Device, Integer> resource() {
        return DEVICES;
    }

    @Override
    public ValidationGroup<Device> validation(Services services) {
        return ValidationGroup.<Device>builder()
                .common(Rules.unique(services.dao(DEVICES)))
                .build();
    }

    @Override
    public Notifier<Change<Device>> notifier(Services services) {
        return Notifier.<Device>of().created(CREATED::of).build();
    }
}
