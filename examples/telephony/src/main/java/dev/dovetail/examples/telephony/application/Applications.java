package dev.dovetail.examples.telephony.application;

import dev.dovetail.error.Details;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Field;
import dev.dovetail.examples.telephony.destination.Variant;
import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.moh.Mohs;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Applications. */
public final class Applications implements TelephonyPlugin<Application, UUID> {
    public static final Resource<Application, UUID> APPLICATIONS = Resource.of(Application.class, Application::uuid)
            .tenant(Application::tenantUuid)
            .readOnly(Application::uuid)
            .searchFilterAndSort(Application::uuid, Application::name)
            .build();
    private static final DestinationType<Application, UUID> DESTINATION = DestinationType.of(
                    APPLICATIONS, Variant.by("application", destinations()))
            .showing("application_name", APPLICATIONS.column(Application::name));
    private static final String OPTIONS = "destination_options";

    private record Data(
            UUID uuid,
            UUID tenantUuid,
            @Nullable String name,
            Application.@Nullable Destination destination,
            Object destinationOptions) {
        static Data of(Application application) {
            return new Data(
                    application.uuid(),
                    application.tenantUuid(),
                    application.name(),
                    application.destination(),
                    options(application));
        }
    }

    private static Map<String, Variant> destinations() {
        Variant inContext = Variant.of(Field.CONTEXT);
        Variant disa = Variant.of(Field.digits("pin", 40).nullable(), Field.CONTEXT);
        return Variant.named(
                "callback_disa",
                disa,
                "custom",
                Variant.of(Field.uuid("application_uuid")),
                "directory",
                inContext,
                "disa",
                disa,
                "fax_to_mail",
                Variant.of(Field.email("email", 80)),
                "voicemail",
                inContext);
    }

    private static Object options(Application application) {
        return application.destinationOptions() == null ? Map.of() : application.destinationOptions();
    }

    @Override
    public Resource<Application, UUID> resource() {
        return APPLICATIONS;
    }

    @Override
    public Preparation<Application> computes(Services services) {
        return (call, before, draft) -> {
            if (before != null) {
                return draft;
            }
            return Edit.of(APPLICATIONS)
                    .set(APPLICATIONS.key(), services.ids().get())
                    .applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<Application> validation(Services services) {
        return ValidationGroup.<Application>builder()
                .common((change, violations) -> knowsMusic(services, change, violations))
                .build();
    }

    private static void knowsMusic(Services services, Change<Application> change, Violations violations) {
        NodeOptions options = change.value().destinationOptions();
        String name = options == null || options.musicOnHold() == null ? "" : options.musicOnHold();
        if (!name.isEmpty()
                && !name.equals("default")
                && !Mohs.known(services, change.value().tenantUuid(), name)) {
            violations.add(Errors.referenceNotFound(Path.of("musicOnHold"), "MOH", Details.of("music_on_hold", name)));
        }
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), DESTINATION);
    }

    @Override
    public Notifier<Change<Application>> notifier(Services services) {
        return BusEvents.<Application>ofTenant("application", Application::tenantUuid, Data::of)
                .build();
    }

    @Override
    public void shape(Representation.Builder<Application> shape, Representations all) {
        shape.before(Applications::takeOptionsOfNodesOnly)
                .reader(Application::destinationOptions, NodeOptions::read)
                .computed(OPTIONS, Applications::options)
                .part("lines", Part.emptyList());
    }

    /** An edit without a destination takes it away, with its options; clients know it so. */
    private static void takeOptionsOfNodesOnly(ObjectNode body, boolean creating, Violations violations) {
        if (!creating && !body.has("destination")) {
            body.putNull("destination");
        }
        if (!body.path("destination").asString("").equals("node")) {
            body.putNull(OPTIONS);
        } else if (!body.has(OPTIONS)) {
            violations.addAll(Errors.technical(ErrorKind.STORE_FAILED, "a node without options", null)
                    .violations());
        } else if (body.get(OPTIONS).isNull()) {
            violations.add(Errors.nullValue("Application", Path.of("destinationOptions")));
        }
    }
}
