package dev.dovetail.examples.telephony.funckey;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;

/** The template of function keys that is a user's own: it comes and, by its table, goes with him. */
public record FuncKeyTemplate(int id, int userId) {
    static final Resource<FuncKeyTemplate, Integer> TEMPLATES = Resource.of(FuncKeyTemplate.class, FuncKeyTemplate::id)
            .collection("func_key_templates")
            .generatedKey()
            .unique(FuncKeyTemplate::userId)
            .build();

    /** Returns the plugin that keeps them. */
    public static Plugin plugin() {
        return TelephonyResource.stored(TEMPLATES);
    }

    /** Makes the template of a new user, if there are templates at all. */
    public static void create(Services services, int user) {
        if (services.loaded(TEMPLATES.collection())) {
            services.dao(TEMPLATES).create(new FuncKeyTemplate(0, user));
        }
    }
}
