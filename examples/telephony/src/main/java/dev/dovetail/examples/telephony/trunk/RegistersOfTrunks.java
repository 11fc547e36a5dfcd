package dev.dovetail.examples.telephony.trunk;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import java.util.Optional;

/**
 * Says that trunks have registers; part of the plugin of the association.
 *
 * @param association of trunks with their registers
 */
public record RegistersOfTrunks(Association<Trunk, Integer, ?, Integer> association) implements Plugin {
    @Override
    public String name() {
        return "registers by " + association.name();
    }

    /** Returns the id of the register that a trunk has. */
    public static Optional<Integer> of(Services services, Trunk trunk) {
        return services.plugins(RegistersOfTrunks.class).stream()
                .flatMap(registers -> services.dao(registers.association).stream())
                .flatMap(links -> links.rights(trunk.id()).stream())
                .findFirst();
    }
}
