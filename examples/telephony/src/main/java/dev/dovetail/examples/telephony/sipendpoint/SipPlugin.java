package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.examples.telephony.common.RandomNames;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.common.UuidFilter;
import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.sip.SectionNames;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.notification.Command;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.UUID;

/** What endpoints and their templates have in common, which is nearly all; each has a table of its own. */
abstract class SipPlugin implements TelephonyPlugin<SipEndpoint, UUID> {
    static final List<Command> RELOADS = Sysconfd.reloads("module reload res_pjsip.so", "dialplan reload");

    private final Resource<SipEndpoint, UUID> resource;
    private final SectionNames<SipEndpoint> names;

    SipPlugin(Resource<SipEndpoint, UUID> resource) {
        this.resource = resource;
        this.names = SectionNames.of(resource);
    }

    static Resource.Builder<SipEndpoint, UUID> describe(String name, String collection, boolean template) {
        var builder = Resource.of(SipEndpoint.class, SipEndpoint::uuid)
                .name(name)
                .collection(collection)
                .tenant(SipEndpoint::tenantUuid)
                .readOnly(SipEndpoint::uuid)
                .unique(SipEndpoint::name)
                .prepared(SipEndpoint::name)
                .defaultValue(SipEndpoint::templates, List.of())
                .searchAlso(Derived.of("template", String.class, endpoint -> String.valueOf(template)))
                .searchFilterAndSort(SipEndpoint::name, SipEndpoint::asteriskId, SipEndpoint::label)
                .defaultSort(SipEndpoint::label);
        for (OptionSection section : OptionSection.values()) {
            builder.defaultValue(section.accessor(), List.of());
        }
        return builder;
    }

    @Override
    public Resource<SipEndpoint, UUID> resource() {
        return resource;
    }

    @Override
    public Dao<SipEndpoint, UUID> dao(Store store) {
        return names.dao(store);
    }

    @Override
    public Preparation<SipEndpoint> computes(Services services) {
        Column<SipEndpoint, UUID> uuid = resource.column(SipEndpoint::uuid);
        Column<SipEndpoint, String> name = resource.column(SipEndpoint::name);
        return (call, before, draft) -> {
            if (before != null) {
                return draft;
            }
            Edit<SipEndpoint> edit = Edit.of(resource);
            if (uuid.get(draft) == null) {
                edit = edit.set(uuid, services.ids().get());
            }
            if (name.get(draft) == null) {
                edit = edit.set(name, RandomNames.draw());
            }
            return edit.applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<SipEndpoint> validation(Services services) {
        References references = new References(resource, services);
        return ValidationGroup.<SipEndpoint>builder()
                .stopAtFirst()
                .common(references::checkTemplates)
                .common(references::checkTransport)
                .common(references::checkLoops)
                .common(names.free(services))
                .common((change, violations) -> OptionSection.check(change.value(), violations))
                .build();
    }

    @Override
    public void shape(Representation.Builder<SipEndpoint> shape, Representations all) {
        Part<SipEndpoint> templates = TemplateGraph.of(all.services())::labels;
        shape.part(
                "templates",
                templates.as(Schema.listOf(Schema.object()
                        .field("uuid", Schema.string("uuid"))
                        .field("label", Schema.string().orNull()))));
    }

    @Override
    public void shape(ResourceRoutes<SipEndpoint, UUID> routes) {
        Column<SipEndpoint, UUID> uuid = resource.column(SipEndpoint::uuid);
        routes.filter("uuid", text -> UuidFilter.any(uuid, text)).sort("template", uuid); // the same for all of a list
    }
}
