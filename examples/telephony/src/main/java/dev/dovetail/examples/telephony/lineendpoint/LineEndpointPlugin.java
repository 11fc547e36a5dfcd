package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.endpoint.EndpointOwner;
import dev.dovetail.examples.telephony.endpoint.EndpointPlugin;
import dev.dovetail.examples.telephony.endpoint.EndpointRef;
import dev.dovetail.examples.telephony.line.ExtensionsOfLines;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.line.UsersOfLines;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What lines and endpoints of every kind have in common. */
abstract class LineEndpointPlugin<E extends Record, K> extends EndpointPlugin<Line, E, K> {

    LineEndpointPlugin(Association<Line, Integer, E, K> association) {
        super(association);
    }

    @Override
    protected Optional<EndpointRef> endpointOf(Services services, Line line) {
        return LineEndpoints.of(services, line);
    }

    /** Is told by the name that the key itself has. */
    @Override
    protected String keyName() {
        return "endpoint_" + association().right().key().name();
    }

    @Override
    protected void addRules(Services services, AssociationValidationGroup.Builder<Line, E> rules) {
        rules.association((link, violations) -> isOnNoTrunk(services, link.right(), violations))
                .dissociation((link, violations) -> hasNoUsers(services, link.left(), violations))
                .dissociation((link, violations) -> hasNoExtension(services, link.left(), violations))
                .dissociation((link, violations) -> Lines.hasNoDevice(link.left(), violations));
    }

    private void isOnNoTrunk(Services services, E endpoint, Violations violations) {
        EndpointOwner.of(services, association().right(), "Trunk", endpoint)
                .ifPresent(trunk -> violations.add(Errors.stillAssociated(
                        "Trunk",
                        "Endpoint",
                        Details.of(
                                "trunk_id",
                                trunk,
                                "endpoint",
                                kind(),
                                keyName(),
                                association().right().keyOf(endpoint)))));
    }

    private static void hasNoUsers(Services services, Line line, Violations violations) {
        List<Integer> users = UsersOfLines.of(services, line);
        if (!users.isEmpty()) {
            String ids = users.stream().map(String::valueOf).collect(Collectors.joining(","));
            violations.add(Errors.stillAssociated("Line", "User", Details.of("line_id", line.id(), "user_ids", ids)));
        }
    }

    private static void hasNoExtension(Services services, Line line, Violations violations) {
        ExtensionsOfLines.of(services, line).stream()
                .findFirst()
                .ifPresent(extension -> violations.add(Errors.stillAssociated(
                        "Line",
                        "Extension",
                        Details.of("line_id", line.id(), "extension_ids", String.valueOf(extension)))));
    }

    private record Shown(int id, UUID tenantUuid, @Nullable String name) {}

    @Override
    protected Object shownOwner(Services services, Line line) {
        return new Shown(line.id(), line.tenantUuid(), services.lookups().value(LineNames.NAME, line));
    }
}
