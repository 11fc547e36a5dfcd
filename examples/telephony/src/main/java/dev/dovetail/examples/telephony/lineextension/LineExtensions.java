package dev.dovetail.examples.telephony.lineextension;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.context.Ranges;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionUses;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.extension.LinesOfExtensions;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.examples.telephony.line.ExtensionsOfLines;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.LineFollower;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.line.UsersOfLines;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpoints;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The extension of a line: one at most; several lines of one main user may share it. */
public final class LineExtensions
        implements LegacyAssociationPlugin<Line, Integer, Extension, Integer>, HttpPlugin, LinesOfExtensions {
    public static final Association<Line, Integer, Extension, Integer> LINE_EXTENSION = Association.between(
                    Lines.LINES, Extensions.EXTENSIONS)
            .oneRight()
            .onDeleteLeft(OnDelete.UNLINK)
            .build();

    private static final Derived<Line, String> EXTEN =
            Derived.foundAscii("exten", () -> Derivation.right(LINE_EXTENSION, Derivation.of(Extensions.EXTEN)));

    private record Data(int lineId, int extensionId) {}

    @Override
    public Association<Line, Integer, Extension, Integer> association() {
        return LINE_EXTENSION;
    }

    @Override
    public List<Plugin> parts() {
        return List.of(
                plugin(),
                new ExtensionsOfLines(LINE_EXTENSION),
                ResourcePlugin.extending(Lines.LINES).derived(EXTEN),
                ResourcePlugin.extending(Extensions.EXTENSIONS).afterwards(LineExtensions::follow));
    }

    /** Returns the extension that a line has. */
    public static Optional<Extension> extensionOf(Services services, Line line) {
        return services
                .lookups()
                .rights(LINE_EXTENSION, List.of(line))
                .get()
                .getOrDefault(line.id(), List.of())
                .stream()
                .findFirst();
    }

    /** Returns the lines that an extension serves, in the order in which they got it. */
    public static List<Line> linesOf(Services services, Extension extension) {
        return services.lookups()
                .lefts(LINE_EXTENSION, List.of(extension))
                .get()
                .getOrDefault(extension.id(), List.of());
    }

    @Override
    public AssociationValidationGroup<Line, Extension> validation(Services services) {
        return AssociationValidationGroup.<Line, Extension>builder()
                .stopAtFirst()
                .association(SameTenant.rightFirst(LINE_EXTENSION, "line", "extension"))
                .association((link, violations) -> LineEndpoints.require(services, link.left(), violations))
                .association((link, violations) -> lineIsFree(services, link.left(), violations))
                .association((link, violations) ->
                        ExtensionUses.taken(services, link.right(), "id").ifPresent(violations::add))
                .association((link, violations) -> suitsLines(services, link.right(), violations))
                .association((link, violations) -> servesOneUser(services, link, violations))
                .association((link, violations) -> isInRange(services, link.right(), violations))
                .dissociation((link, violations) -> Lines.hasNoDevice(link.left(), violations))
                .build();
    }

    private static void lineIsFree(Services services, Line line, Violations violations) {
        extensionOf(services, line)
                .ifPresent(other -> violations.add(Errors.stillAssociated(
                        "Line", "Extension", Details.of("line_id", line.id(), "extension_id", other.id()))));
    }

    private static Optional<Context> contextOf(Services services, Extension extension) {
        return services.dao(Contexts.CONTEXTS).findBy(Criterion.equal(Contexts.NAME, extension.context()));
    }

    private static void suitsLines(Services services, Extension extension, Violations violations) {
        contextOf(services, extension)
                .filter(context -> context.type() != Context.Type.INTERNAL)
                .ifPresent(context -> violations.add(TelephonyErrors.unhandledContextType(
                        Column.text(context.type()),
                        Details.of("id", extension.id(), "context", extension.context()))));
    }

    private static void servesOneUser(Services services, Link<Line, Extension> link, Violations violations) {
        Optional<Integer> main = mainUser(services, link.left());
        if (main.isEmpty()) {
            return;
        }
        for (Line other : linesOf(services, link.right())) {
            Optional<Integer> another = mainUser(services, other).filter(user -> !main.equals(Optional.of(user)));
            if (another.isPresent()) {
                violations.add(Errors.stillAssociated(
                        "User", "Line", Details.of("user_id", another.get(), "line_id", other.id())));
                return;
            }
        }
    }

    private static Optional<Integer> mainUser(Services services, Line line) {
        return UsersOfLines.of(services, line).stream().findFirst();
    }

    @Override
    public Optional<Integer> userOf(Services services, Extension extension) {
        return linesOf(services, extension).stream()
                .flatMap(line -> mainUser(services, line).stream())
                .findFirst();
    }

    private static void isInRange(Services services, Extension extension, Violations violations) {
        contextOf(services, extension)
                .filter(context -> !extension.isPattern() && !Ranges.USER.contain(context, extension.exten()))
                .ifPresent(context ->
                        violations.add(TelephonyErrors.outsideContextRange(extension.exten(), extension.context())));
    }

    @Override
    public void checkEdited(Services services, Extension extension, Violations violations) {
        if (linesOf(services, extension).isEmpty()) {
            return;
        }
        contextOf(services, extension)
                .filter(context -> context.type() != Context.Type.INTERNAL)
                .ifPresent(context -> violations.add(
                        TelephonyErrors.unhandledContextType(Column.text(context.type()), Details.none())));
        if (violations.isEmpty()) {
            isInRange(services, extension, violations);
        }
    }

    @Override
    public Violation rightInUse(Extension extension, List<Integer> lines) {
        return Errors.stillAssociated(
                "Extension", "line", Details.of("extension_id", extension.id(), "associated_ids", lines));
    }

    @Override
    public Optional<Consumer<Link<Line, Extension>>> afterLinking(Services services) {
        return Optional.of(link -> follow(services, link.left(), link.right()));
    }

    private static void follow(Services services, Change<Extension> change) {
        if (change.operation() == Operation.EDIT) {
            linesOf(services, change.value()).forEach(line -> follow(services, line, change.value()));
        }
    }

    private static void follow(Services services, Line line, Extension extension) {
        Lines.move(services, line, extension.context());
        LineFollower.all(services, line);
    }

    @Override
    public AssociationNotifier<Line, Extension> notifier(Services services) {
        return BusEvents.<Line, Extension>ofLinks(
                        LINE_EXTENSION.name(),
                        (link, event) -> BusScope.tenant(link.left().tenantUuid(), event),
                        link -> new Data(link.left().id(), link.right().id()))
                .commands(
                        Sysconfd.reloads("dialplan reload", "module reload res_pjsip.so", "module reload app_queue.so"))
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Lines.LINES)
                .part(
                        "extensions",
                        all.listOfRights(
                                LINE_EXTENSION, all.only(Extensions.EXTENSIONS, "id", "exten", "context", "links")));
        all.shape(Extensions.EXTENSIONS)
                .part("lines", all.lefts(LINE_EXTENSION, all.only(Lines.LINES, "id", "name", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(LINE_EXTENSION)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE, Method.CREATE_RIGHT)
                .add();
    }
}
