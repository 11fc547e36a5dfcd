package dev.dovetail.examples.telephony.wholeline;

import dev.dovetail.examples.telephony.common.MoreRoutes;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Schema;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import java.util.List;

/** Takes endpoints, extensions and the caller id in the bodies of lines, and deletes lines with what is theirs. */
public final class WholeLines implements HttpPlugin {
    @Override
    public String name() {
        return "whole_lines";
    }

    @Override
    public List<Plugin> parts() {
        return List.of(
                new MoreRoutes<>(Lines.LINES, WholeLines::follow),
                ResourcePlugin.extending(Contexts.CONTEXTS).deleting((services, deletion) -> {
                    if (services.loaded(Lines.LINES.collection())) {
                        new ContextLines(services).delete(deletion.value().name());
                    }
                }));
    }

    @Override
    public void represent(Representations all) {
        LineBodies.shape(all.shape(Lines.LINES));
    }

    private static void follow(Routes routes, ResourceRoutes<Line, Integer> lines) {
        LineBodies.follow(lines, routes);
        RecursiveLineDeletion recursive = new RecursiveLineDeletion(routes.services());
        lines.answering(Method.DELETE, standard -> recursive.answering(lines.locator(), standard))
                .describing(
                        Method.DELETE,
                        delete -> delete.parameter(
                                "recursive",
                                Schema.bool().with("default", false),
                                "Whether to delete what is linked as well."));
    }
}
