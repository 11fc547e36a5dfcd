package dev.dovetail.examples.telephony.endpoint;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What the endpoints of lines and of trunks have in common: an owner has one at most, of any kind, and an endpoint one
 * owner of a sort. With an owner its endpoint goes.
 *
 * @param <O> the owner: a line, a trunk
 * @param <E> the endpoint
 * @param <K> the key of the endpoint
 */
public abstract class EndpointPlugin<O extends Record, E extends Record, K>
        implements LegacyAssociationPlugin<O, Integer, E, K>, HttpPlugin {
    private final Association<O, Integer, E, K> association;
    private final String owner;
    private final String kind;

    protected EndpointPlugin(Association<O, Integer, E, K> association) {
        this.association = association;
        this.owner = association.left().name().toLowerCase(Locale.ROOT);
        this.kind = EndpointRef.kind(association);
    }

    /** Describes the association of owners with endpoints of a kind: sip, custom. */
    protected static <O extends Record, E extends Record, K> Association<O, Integer, E, K> describe(
            Resource<O, Integer> owners, String kind, Resource<E, K> endpoints) {
        return Association.between(owners, endpoints)
                .name(owners.name().toLowerCase(Locale.ROOT) + "_endpoint_" + kind)
                .oneLeft()
                .oneRight()
                .onDeleteLeft(OnDelete.UNLINK)
                .onDeleteRight(OnDelete.UNLINK)
                .build();
    }

    /** Returns the endpoint, of any kind, that an owner has. */
    protected abstract Optional<EndpointRef> endpointOf(Services services, O one);

    /** Returns what events show of an owner. */
    protected abstract Object shownOwner(Services services, O one);

    /** Returns what events show of an endpoint. */
    protected abstract Object shown(E endpoint);

    /** Returns what a refusal calls the key of an endpoint that has an owner already. */
    protected String keyName() {
        return "endpoint_id";
    }

    /** Returns the kind of the endpoints, as in paths. */
    protected final String kind() {
        return kind;
    }

    /** Adds rules to those that all have in common. */
    protected void addRules(Services services, AssociationValidationGroup.Builder<O, E> rules) {}

    /** Returns the commands that follow linking and unlinking; none unless overridden. */
    protected List<Command> commands() {
        return List.of();
    }

    @Override
    public Association<O, Integer, E, K> association() {
        return association;
    }

    @Override
    public List<Plugin> parts() {
        return with();
    }

    /** Returns the parts that all have, and more. */
    protected final List<Plugin> with(Plugin... more) {
        List<Plugin> parts = new ArrayList<>(List.of(plugin(), new EndpointOwner<>(association)));
        parts.addAll(List.of(more));
        return parts;
    }

    @Override
    public AssociationValidationGroup<O, E> validation(Services services) {
        AssociationValidationGroup.Builder<O, E> rules = AssociationValidationGroup.<O, E>builder()
                .stopAtFirst()
                .association(SameTenant.rule(association, owner, "endpoint"))
                .association((link, violations) -> ownerIsFree(services, link.left(), violations))
                .association((link, violations) -> endpointIsFree(services, link.right(), violations));
        addRules(services, rules);
        return rules.build();
    }

    private void ownerIsFree(Services services, O one, Violations violations) {
        endpointOf(services, one)
                .ifPresent(other -> violations.add(Errors.stillAssociated(
                        association.left().name(),
                        "Endpoint",
                        Details.of(ownerKey(), id(one), "endpoint", other.kind(), "endpoint_id", other.key()))));
    }

    private void endpointIsFree(Services services, E endpoint, Violations violations) {
        ownerOf(services, association, endpoint)
                .ifPresent(other -> violations.add(Errors.stillAssociated(
                        association.left().name(),
                        "Endpoint",
                        Details.of(
                                ownerKey(),
                                other,
                                "endpoint",
                                kind,
                                keyName(),
                                association.right().keyOf(endpoint)))));
    }

    private String ownerKey() {
        return owner + "_id";
    }

    private int id(O one) {
        return association.left().keyOf(one);
    }

    private UUID tenant(O one) {
        return (UUID)
                Objects.requireNonNull(association.left().tenant().orElseThrow().get(one));
    }

    @Override
    public void leftUnlinked(Services services, Change<O> deletion, List<K> endpoints) {
        endpoints.forEach(services.dao(association.right())::delete);
    }

    @Override
    public AssociationNotifier<O, E> notifier(Services services) {
        return BusEvents.<O, E>ofLinks(
                        association.name(),
                        (link, event) -> BusScope.tenant(tenant(link.left()), event),
                        link -> data(services, link))
                .commands(commands())
                .build();
    }

    private Object data(Services services, Link<O, E> link) {
        return Map.of(owner, shownOwner(services, link.left()), "endpoint_" + kind, shown(link.right()));
    }

    /** Returns the id of the owner that has an endpoint. */
    protected static <O extends Record, E extends Record, K> Optional<Integer> ownerOf(
            Services services, Association<O, Integer, E, K> association, E endpoint) {
        K key = association.right().keyOf(endpoint);
        return services.dao(association).map(dao -> dao.lefts(key)).orElse(List.of()).stream()
                .findFirst();
    }

    /** Embeds the endpoint in owners in this form, and the owner in endpoints. */
    protected void embed(Representations all, Representations.ShortForm<E> form) {
        all.shape(association.left()).part("endpoint_" + kind, all.rights(association, form));
        all.shape(association.right()).part(owner, all.lefts(association, all.only(association.left(), "id", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(association)
                .path("/" + association.left().collection(), "/endpoints/" + kind)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
