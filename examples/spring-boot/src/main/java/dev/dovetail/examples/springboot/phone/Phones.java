package dev.dovetail.examples.springboot.phone;

import dev.dovetail.operation.Change;
import dev.dovetail.plugin.LegacyResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import org.springframework.stereotype.Component;

/** Phones: no two of a number, and one number is not given away. */
@Component
public final class Phones implements LegacyResourcePlugin<Phone, Integer> {
    public static final Resource<Phone, Integer> PHONES = Resource.of(Phone.class, Phone::id)
            .generatedKey()
            .unique(Phone::number)
            .build();

    @Override
    public Resource<Phone, Integer> resource() {
        return PHONES;
    }

    @Override
    public ValidationGroup<Phone> validation(Services services) {
        return ValidationGroup.<Phone>builder()
                .common(Rules.unique(services.dao(PHONES)))
                .common(Rules.<Change<Phone>>forbid(
                        "Phone",
                        "112 is for emergencies.",
                        change -> change.value().number().equals("112")))
                .build();
    }
}
