package dev.dovetail.examples.equipment.trained;

import static dev.dovetail.http.AssociationRoutes.Method.ASSOCIATE;
import static dev.dovetail.http.AssociationRoutes.Method.DISSOCIATE;
import static dev.dovetail.http.AssociationRoutes.Method.LIST;
import static dev.dovetail.http.AssociationRoutes.Method.LIST_LEFTS;
import static dev.dovetail.http.AssociationRoutes.Method.REPLACE;

import dev.dovetail.examples.equipment.instrument.Instrument;
import dev.dovetail.examples.equipment.instrument.Instruments;
import dev.dovetail.examples.equipment.person.People;
import dev.dovetail.examples.equipment.person.Person;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import java.util.UUID;

/** Who is trained to use an instrument. */
public final class TrainedPeople {
    public static final Association<Instrument, Long, Person, UUID> INSTRUMENT_PERSON = Association.between(
                    Instruments.INSTRUMENTS, People.PEOPLE)
            .sameTenant()
            .onDeleteLeft(OnDelete.DISSOCIATE)
            .onDeleteRight(OnDelete.DISSOCIATE)
            .build();

    private TrainedPeople() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return AssociationPlugin.of(INSTRUMENT_PERSON)
                .announcesLinks()
                .with(HttpPlugin.routing(routes -> routes.association(INSTRUMENT_PERSON)
                        .path("/instruments", "/trained")
                        .methods(ASSOCIATE, DISSOCIATE, REPLACE, LIST, LIST_LEFTS)
                        .add()));
    }
}
