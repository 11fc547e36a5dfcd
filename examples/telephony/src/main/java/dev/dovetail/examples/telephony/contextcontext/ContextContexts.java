package dev.dovetail.examples.telephony.contextcontext;

import dev.dovetail.examples.telephony.common.TelephonyList;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.http.AssociationRoutes;
import dev.dovetail.operation.Links;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.Rules;

/** The contexts that a context includes, in order; those of other tenants, too. */
public final class ContextContexts {
    public static final Association<Context, Integer, Context, Integer> CONTEXT_CONTEXT = Association.between(
                    Contexts.CONTEXTS, Contexts.CONTEXTS)
            .ordered()
            .onDelete(OnDelete.UNLINK)
            .build();

    private ContextContexts() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyList.of(CONTEXT_CONTEXT)
                .anyTenant()
                .leftShows(
                        "contexts",
                        all -> all.rights(CONTEXT_CONTEXT, all.only(Contexts.CONTEXTS, "id", "name", "label", "links"))
                                .unscoped())
                .noRepeats("Context", "Cannot include same context more than once")
                .event("contexts_associated")
                .reload("dialplan reload")
                .routes(AssociationRoutes::unscoped)
                .plugin()
                .setRule(Rules.<Links<Context, Context>>forbid(
                        "Context",
                        "Cannot include context inside itself",
                        links -> links.after().contains(links.left())));
    }
}
