package dev.dovetail.examples.telephony.wholeline;

import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointCustoms;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSccps;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSips;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import java.util.List;

/** Deletes lines with their context: endpoints go, users and extensions stay. As clients know it, nobody is told. */
record ContextLines(Services services) {

    /** Deletes the lines in the context of this name; needs a unit of work. */
    void delete(String context) {
        Dao<Line, Integer> lines = services.dao(Lines.LINES);
        List<Integer> ids =
                lines
                        .search(Search.where(Criterion.equal(Lines.CONTEXT, context))
                                .unlimited())
                        .items()
                        .stream()
                        .map(Line::id)
                        .toList();
        for (Line line : lines.lockAll(ids)) {
            services.dao(UserLines.USER_LINE).ifPresent(users -> users.unlinkRight(line.id()));
            services.dao(LineExtensions.LINE_EXTENSION).ifPresent(extensions -> extensions.unlinkLeft(line.id()));
            deleteEndpoint(LineEndpointSips.LINE_ENDPOINT_SIP, line);
            deleteEndpoint(LineEndpointCustoms.LINE_ENDPOINT_CUSTOM, line);
            deleteEndpoint(LineEndpointSccps.LINE_ENDPOINT_SCCP, line);
            lines.delete(line.id());
        }
    }

    private <E extends Record, K> void deleteEndpoint(Association<Line, Integer, E, K> association, Line line) {
        services.dao(association).ifPresent(links -> {
            List<K> endpoints = links.rights(line.id());
            links.unlinkLeft(line.id());
            endpoints.forEach(services.dao(association.right())::delete);
        });
    }
}
