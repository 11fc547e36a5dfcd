package dev.dovetail.examples.telephony.contextcontext;

import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.EventType;
import dev.dovetail.operation.Links;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import java.util.List;

/** The contexts that a context includes, in order. */
public final class ContextContexts implements LegacyAssociationPlugin<Context, Integer, Context, Integer>, HttpPlugin {
    public static final Association<Context, Integer, Context, Integer> CONTEXT_CONTEXT = Association.between(
                    Contexts.CONTEXTS, Contexts.CONTEXTS)
            .ordered()
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    private record Data(int contextId, List<Integer> contextIds) {}

    private static final EventType<Data> ASSOCIATED = new EventType<>("contexts_associated", Data.class);

    @Override
    public Association<Context, Integer, Context, Integer> association() {
        return CONTEXT_CONTEXT;
    }

    @Override
    public AssociationValidationGroup<Context, Context> validation(Services services) {
        return AssociationValidationGroup.<Context, Context>builder()
                .stopAtFirst()
                .set(Rules.noRepeats("Context", "Cannot include same context more than once"))
                .set(Rules.<Links<Context, Context>>forbid(
                        "Context",
                        "Cannot include context inside itself",
                        links -> links.after().contains(links.left())))
                .build();
    }

    @Override
    public AssociationNotifier<Context, Context> notifier(Services services) {
        return AssociationNotifier.<Context, Context>builder()
                .replaced(links -> BusScope.tenant(
                        links.left().tenantUuid(),
                        ASSOCIATED.of(new Data(
                                links.left().id(),
                                links.after().stream().map(Context::id).toList()))))
                .command(Sysconfd.reload("dialplan reload"))
                .always()
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Contexts.CONTEXTS)
                .part(
                        "contexts",
                        all.rights(CONTEXT_CONTEXT, all.only(Contexts.CONTEXTS, "id", "name", "label", "links"))
                                .unscoped());
    }

    @Override
    public void route(Routes routes) {
        routes.association(CONTEXT_CONTEXT).methods(Method.REPLACE).unscoped().add();
    }
}
