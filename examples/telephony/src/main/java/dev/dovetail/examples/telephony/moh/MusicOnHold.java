package dev.dovetail.examples.telephony.moh;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.ServiceRule;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Accessor;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requires that the class of music an object names exists in its tenant; {@code default} always does. */
public final class MusicOnHold {
    private MusicOnHold() {}

    /** Returns the rule; null and the empty text pass. */
    public static <T extends Record> Rule<Change<T>> known(
            Services services, Column<T, String> column, Column<T, UUID> tenant) {
        return Rules.optional(column, (change, name, violations) -> {
            UUID owner = Objects.requireNonNull(tenant.get(change.value()));
            if (!name.isEmpty() && !name.equals("default") && !Mohs.known(services, owner, name)) {
                violations.add(Errors.referenceNotFound(
                        Path.of(column.name()), Mohs.MOHS.name(), Details.of(column.name(), name)));
            }
        });
    }

    /** Returns the rule for a plugin that is a value. */
    public static <T extends Record> ServiceRule<Change<T>> known(Resource<T, ?> resource, Accessor<T, String> music) {
        Column<T, String> column = resource.column(music);
        return (services, change, violations) -> {
            String name = Objects.requireNonNullElse(column.get(change.value()), "");
            UUID owner = (UUID) Objects.requireNonNull(resource.tenantOf(change.value()));
            if (!name.isEmpty() && !name.equals("default") && !Mohs.known(services, owner, name)) {
                violations.add(Errors.referenceNotFound(
                        Path.of(column.name()), Mohs.MOHS.name(), Details.of(column.name(), name)));
            }
        };
    }

    /** Requires that the class of a UUID exists, of any tenant; null passes. */
    public static void require(Services services, @Nullable Object uuid, Violations violations) {
        if (uuid != null
                && Mohs.find(services, UUID.fromString(uuid.toString())).isEmpty()) {
            violations.add(
                    Errors.referenceNotFound(Path.of("moh_uuid"), Mohs.MOHS.name(), Details.of("moh_uuid", uuid)));
        }
    }
}
