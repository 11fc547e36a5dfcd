package dev.dovetail.examples.equipment.part;

import static dev.dovetail.http.AssociationRoutes.Method.ASSOCIATE;
import static dev.dovetail.http.AssociationRoutes.Method.DISSOCIATE;
import static dev.dovetail.http.AssociationRoutes.Method.LIST;
import static dev.dovetail.http.AssociationRoutes.Method.REPLACE;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.equipment.instrument.Instrument;
import dev.dovetail.examples.equipment.instrument.Instruments;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import java.util.List;

/** What instruments are made of: each is part of one whole at the most, and none of itself, over however many steps. */
public final class Parts {
    public static final Association<Instrument, Long, Instrument, Long> INSTRUMENT_PART = Association.between(
                    Instruments.INSTRUMENTS, Instruments.INSTRUMENTS)
            .name("instrument_part")
            .oneLeft()
            .sameTenant()
            .onDeleteLeft(OnDelete.DISSOCIATE)
            .onDeleteRight(OnDelete.DISSOCIATE)
            .build();

    private Parts() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return AssociationPlugin.of(INSTRUMENT_PART)
                .rule(Parts::isNoPartOfItself)
                .announcesLinks()
                .with(HttpPlugin.routing(routes -> routes.association(INSTRUMENT_PART)
                        .path("/instruments", "/parts")
                        .methods(ASSOCIATE, DISSOCIATE, REPLACE, LIST)
                        .add()));
    }

    /** Goes up from the whole: what is found there cannot be its part. */
    private static void isNoPartOfItself(Services services, Link<Instrument, Instrument> link, Violations violations) {
        AssociationDao<Long, Long> dao = services.dao(INSTRUMENT_PART).orElseThrow();
        long part = link.right().id();
        long whole = link.left().id();
        while (whole != part) {
            List<Long> above = dao.lefts(whole);
            if (above.isEmpty()) {
                return;
            }
            whole = above.get(0);
        }
        violations.add(Errors.notPermitted(
                "Instrument",
                "An instrument cannot be a part of itself.",
                Details.of("id", link.left().id(), "part_id", part)));
    }
}
