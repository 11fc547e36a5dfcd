package dev.dovetail.examples.telephony.group;

import dev.dovetail.CRUDService;
import dev.dovetail.Preparation;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.json.Shape;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The numbers that are rung with a group: a path of their own. */
final class ExtensionMembers {
    private static final Column<Group, List<ExtensionMember>> MEMBERS = Groups.GROUPS.column(Group::extensionMembers);

    /** Shows them in the order of their priorities. */
    static final Part<Group> PART = (page, rendering) -> (group, out) -> {
        out.writeStartArray();
        group.extensionMembers().stream()
                .sorted(Comparator.comparing(member -> Objects.requireNonNull(member.priority())))
                .forEach(member -> out.writeStartObject()
                        .writeStringProperty("exten", member.exten())
                        .writeStringProperty("context", member.context())
                        .writeNumberProperty("priority", Objects.requireNonNull(member.priority()))
                        .writeEndObject());
        out.writeEndArray();
    };

    /** What they look like. */
    static final Schema SCHEMA = Schema.listOf(Schema.object()
            .field("exten", Schema.string())
            .field("context", Schema.string())
            .field("priority", Schema.integer()));

    private record Called(String exten, String context) {
        static List<Called> of(Group group) {
            return group.extensionMembers().stream()
                    .map(member -> new Called(member.exten(), member.context()))
                    .toList();
        }
    }

    private record Data(int groupId, UUID groupUuid, List<Called> extensions) {}

    private ExtensionMembers() {}

    private static Preparation<Group> numbered() {
        return (call, before, draft) -> {
            List<ExtensionMember> members = new ArrayList<>();
            draft.extensionMembers().forEach(member -> members.add(member.at(members.size())));
            return Edit.of(Groups.GROUPS).set(MEMBERS, members).applyTo(draft);
        };
    }

    private static Event event(Change<Group> change) {
        Group group = change.value();
        Data data = new Data(group.id(), group.uuid(), Called.of(group));
        return BusScope.tenant(group.tenantUuid(), new Event("group_member_extensions_associated", data, Map.of()));
    }

    private static CRUDService<Group, Integer> service(Services services) {
        return CRUDService.builder(services.dao(Groups.GROUPS), services.unitOfWork())
                .preparation(numbered())
                .validation(ValidationGroup.<Group>builder()
                        .common(Rules.<Change<Group>>forbid(
                                "Group",
                                "Cannot associate same extensions more than once",
                                change -> Called.of(change.value()).stream()
                                                .distinct()
                                                .count()
                                        < change.value().extensionMembers().size()))
                        .build())
                .notifier(Notifier.<Group>of()
                        .edited(ExtensionMembers::event)
                        .commands(Groups.MEMBER_RELOADS)
                        .build())
                .build();
    }

    static void route(Routes routes) {
        Shape<Group> shape = Shape.of(Groups.GROUPS).required("extensions", Group::extensionMembers);
        routes.sub("/groups/{}/members/extensions", shape, service(routes.services()))
                .unscoped()
                .editOnly()
                .add();
    }
}
