package dev.dovetail.examples.telephony.lineendpoint;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What lines and endpoints of every kind have in common: a line has one endpoint at most, of any kind, and an endpoint one
 * line. With a line its endpoint goes.
 */
abstract class LineEndpointPlugin<E extends Record, K> implements AssociationPlugin<Line, Integer, E, K>, HttpPlugin {
    private final Association<Line, Integer, E, K> association;
    private final String kind;

    LineEndpointPlugin(Association<Line, Integer, E, K> association, String kind) {
        this.association = association;
        this.kind = kind;
    }

    static <E extends Record, K> Association<Line, Integer, E, K> describe(String kind, Resource<E, K> endpoints) {
        return Association.between(Lines.LINES, endpoints)
                .name("line_endpoint_" + kind)
                .oneLeft()
                .oneRight()
                .onDeleteLeft(OnDelete.UNLINK)
                .onDeleteRight(OnDelete.UNLINK)
                .build();
    }

    /** Returns what events show of an endpoint. */
    abstract Object shown(E endpoint);

    @Override
    public Association<Line, Integer, E, K> association() {
        return association;
    }

    @Override
    public AssociationValidationGroup<Line, E> validation(Services services) {
        return AssociationValidationGroup.<Line, E>builder()
                .stopAtFirst()
                .association(SameTenant.rule(association, "line", "endpoint"))
                .association((link, violations) -> lineIsFree(services, link, violations))
                .association((link, violations) -> endpointIsFree(services, link, violations))
                .dissociation((link, violations) -> hasNoUsers(services, link.left(), violations))
                .dissociation((link, violations) -> hasNoExtension(services, link.left(), violations))
                .dissociation((link, violations) -> Lines.hasNoDevice(link.left(), violations))
                .build();
    }

    private static void lineIsFree(Services services, Link<Line, ?> link, Violations violations) {
        LineEndpoints.of(services, link.left())
                .ifPresent(other -> violations.add(Errors.stillAssociated(
                        "Line",
                        "Endpoint",
                        Details.of(
                                "line_id", link.left().id(), "endpoint", other.kind(), "endpoint_id", other.key()))));
    }

    private void endpointIsFree(Services services, Link<Line, E> link, Violations violations) {
        K key = association.right().keyOf(link.right());
        services.dao(association).orElseThrow().lefts(key).stream()
                .findFirst()
                .ifPresent(line -> violations.add(Errors.stillAssociated(
                        "Line",
                        "Endpoint",
                        Details.of(
                                "line_id",
                                line,
                                "endpoint",
                                kind,
                                "endpoint_" + association.right().key().name(),
                                key))));
    }

    private static void hasNoUsers(Services services, Line line, Violations violations) {
        List<Integer> users = services.dao(UserLines.USER_LINE)
                .map(dao -> dao.lefts(line.id()))
                .orElse(List.of());
        if (!users.isEmpty()) {
            String ids = users.stream().map(String::valueOf).collect(Collectors.joining(","));
            violations.add(Errors.stillAssociated("Line", "User", Details.of("line_id", line.id(), "user_ids", ids)));
        }
    }

    private static void hasNoExtension(Services services, Line line, Violations violations) {
        LineExtensions.extensionOf(services, line)
                .ifPresent(extension -> violations.add(Errors.stillAssociated(
                        "Line",
                        "Extension",
                        Details.of("line_id", line.id(), "extension_ids", String.valueOf(extension.id())))));
    }

    @Override
    public void leftUnlinked(Services services, Change<Line> deletion, List<K> endpoints) {
        endpoints.forEach(services.dao(association.right())::delete);
    }

    private record LineData(
            int id, UUID tenantUuid, @Nullable String name) {}

    @Override
    public AssociationNotifier<Line, E> notifier(Services services) {
        AssociationNotifier.Builder<Line, E> notifier = AssociationNotifier.<Line, E>builder()
                .associated(link -> event("associated", services, link))
                .dissociated(link -> event("dissociated", services, link));
        announceMore(notifier);
        return notifier.build();
    }

    /** Adds commands. */
    void announceMore(AssociationNotifier.Builder<Line, E> notifier) {}

    private Event event(String what, Services services, Link<Line, E> link) {
        Line line = link.left();
        LineData data =
                new LineData(line.id(), line.tenantUuid(), services.lookups().value(Lines.NAME, line));
        return BusScope.tenant(
                line.tenantUuid(),
                new Event(
                        association.name() + "_" + what,
                        Map.of("line", data, "endpoint_" + kind, shown(link.right())),
                        Map.of()));
    }

    /** Returns the line that has an endpoint. */
    static <E extends Record, K> Optional<Integer> lineOf(
            Services services, Association<Line, Integer, E, K> association, E endpoint) {
        K key = association.right().keyOf(endpoint);
        return services.dao(association).map(dao -> dao.lefts(key)).orElse(List.of()).stream()
                .findFirst();
    }

    /** Embeds the endpoint in lines in this form, and the line in endpoints. */
    void embed(Representations all, Representations.ShortForm<E> form) {
        all.shape(Lines.LINES).part("endpoint_" + kind, all.rights(association, form));
        all.shape(association.right()).part("line", all.lefts(association, all.only(Lines.LINES, "id", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(association)
                .path("/lines", "/endpoints/" + kind)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
