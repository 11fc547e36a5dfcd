package dev.dovetail.examples.telephony.extension;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.context.Ranges;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives something an extension, one to one: what the plugins of all kinds of it have in common.
 *
 * @param <L> the model of what has the extension
 */
public abstract class ExtensionLinks<L extends Record>
        implements LegacyAssociationPlugin<L, Integer, Extension, Integer>, HttpPlugin {
    private final ExtensionUse<L> use;

    protected ExtensionLinks(ExtensionUse<L> use) {
        this.use = use;
    }

    @Override
    public final Association<L, Integer, Extension, Integer> association() {
        return use.association();
    }

    @Override
    public List<Plugin> parts() {
        return with();
    }

    /** Returns the parts that all have, and more. */
    protected final List<Plugin> with(Plugin... more) {
        List<Plugin> parts = new ArrayList<>(List.of(plugin(), use));
        parts.addAll(List.of(more));
        return parts;
    }

    /** Returns the name of what has the extension in errors, events and answers: {@code parking_lot}. */
    protected final String word() {
        return association().name().substring(0, association().name().length() - "_extension".length());
    }

    /** Returns what events tell. */
    protected abstract Object data(Link<L, Extension> link);

    /** Returns what extensions show of it. */
    protected abstract String[] shown();

    /** Returns what the daemon reloads. */
    protected String reload() {
        return "dialplan reload";
    }

    /** Returns how errors tell its id. */
    protected Object told(int id) {
        return id;
    }

    /** Returns whether the tenants are compared after everything else. */
    protected boolean tenantsLast() {
        return false;
    }

    /** Adds rules of its own, after the others. */
    protected void rules(AssociationValidationGroup.Builder<L, Extension> rules, Services services) {}

    @Override
    public final AssociationValidationGroup<L, Extension> validation(Services services) {
        Rule<Link<L, Extension>> tenants = SameTenant.rightFirst(association(), word(), "extension");
        AssociationValidationGroup.Builder<L, Extension> rules =
                AssociationValidationGroup.<L, Extension>builder().stopAtFirst();
        if (!tenantsLast()) {
            rules.association(tenants);
        }
        rules.association((link, violations) -> use.extension(services, link.left())
                        .ifPresent(other -> violations.add(inUse(id(link.left()), other.id()))))
                .association((link, violations) -> use.of(services, link.right())
                        .ifPresent(other ->
                                violations.add(inUse(id(other), link.right().id()))))
                .association((link, violations) -> ExtensionUses.takenBesides(association(), services, link.right())
                        .ifPresent(violations::add))
                .association((link, violations) -> suits(services, link.right(), violations));
        rules(rules, services);
        if (tenantsLast()) {
            rules.association(tenants);
        }
        return rules.build();
    }

    private int id(L object) {
        return association().left().keyOf(object);
    }

    private Violation inUse(int id, int extension) {
        return Errors.stillAssociated(
                association().left().name(),
                "Extension",
                Details.of(word() + "_id", told(id), "extension_id", extension));
    }

    private void suits(Services services, Extension extension, Violations violations) {
        ExtensionUses.contextOf(services, extension).ifPresent(context -> {
            ExtensionUses.checkType(
                    use, context, Details.of("id", extension.id(), "context", extension.context()), violations);
            if (violations.isEmpty()
                    && use.ranges() != Ranges.INCALL) { // those matter only when the extension is edited
                ExtensionUses.checkRange(use, context, extension, violations);
            }
        });
    }

    @Override
    public final Violation leftInUse(L object, List<Integer> extensions) {
        return inUse(id(object), extensions.get(0));
    }

    @Override
    public final AssociationNotifier<L, Extension> notifier(Services services) {
        return BusEvents.ofLinks(
                        association().name(),
                        (link, event) -> BusScope.tenant(link.right().tenantUuid(), event),
                        this::data)
                .command(Sysconfd.reload(reload()))
                .build();
    }

    @Override
    public final void represent(Representations all) {
        all.shape(association().left())
                .part(
                        "extensions",
                        all.listOfRights(
                                association(), all.only(Extensions.EXTENSIONS, "id", "exten", "context", "links")));
        all.shape(Extensions.EXTENSIONS)
                .part(word(), all.lefts(association(), all.only(association().left(), shown())));
    }

    @Override
    public final void route(Routes routes) {
        routes.association(association())
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
