package dev.dovetail.examples.telephony.lineapplication;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.application.Application;
import dev.dovetail.examples.telephony.application.Applications;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineendpoint.LineRef;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;
import java.util.UUID;

/** The application of a line: one at most; an application may have many lines. */
public final class LineApplications implements LegacyAssociationPlugin<Line, Integer, Application, UUID>, HttpPlugin {
    public static final Association<Line, Integer, Application, UUID> LINE_APPLICATION = Association.between(
                    Lines.LINES, Applications.APPLICATIONS)
            .oneRight()
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    private record Ref(UUID uuid) {}

    private record Data(LineRef line, Ref application) {}

    @Override
    public Association<Line, Integer, Application, UUID> association() {
        return LINE_APPLICATION;
    }

    @Override
    public AssociationValidationGroup<Line, Application> validation(Services services) {
        return AssociationValidationGroup.<Line, Application>builder()
                .stopAtFirst()
                .association(SameTenant.rule(LINE_APPLICATION, "line", "application"))
                .association((link, violations) -> lineIsFree(services, link, violations))
                .build();
    }

    private static void lineIsFree(Services services, Link<Line, ?> link, Violations violations) {
        int line = link.left().id();
        services.dao(LINE_APPLICATION).map(dao -> dao.rights(line)).orElse(List.of()).stream()
                .findFirst()
                .ifPresent(other -> violations.add(Errors.stillAssociated(
                        "Line", "Application", Details.of("line_id", line, "application_uuid", other.toString()))));
    }

    @Override
    public AssociationNotifier<Line, Application> notifier(Services services) {
        return BusEvents.<Line, Application>ofLinks(
                        LINE_APPLICATION.name(),
                        (link, event) -> BusScope.tenant(link.left().tenantUuid(), event),
                        link -> new Data(
                                LineRef.of(services, link.left()),
                                new Ref(link.right().uuid())))
                .command(Sysconfd.reload("module reload res_pjsip.so"))
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Lines.LINES)
                .part(
                        "application",
                        all.rights(LINE_APPLICATION, all.only(Applications.APPLICATIONS, "uuid", "name", "links")));
        all.shape(Applications.APPLICATIONS)
                .part("lines", all.lefts(LINE_APPLICATION, all.only(Lines.LINES, "id", "name", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(LINE_APPLICATION)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
