package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Follows references to templates, of any tenant. */
final class TemplateGraph {
    private static final Column<SipEndpoint, UUID> TENANT = SipTemplates.SIP_TEMPLATES.column(SipEndpoint::tenantUuid);

    private final Dao<SipEndpoint, UUID> templates;

    private TemplateGraph(Dao<SipEndpoint, UUID> templates) {
        this.templates = templates;
    }

    static TemplateGraph of(Services services) {
        return new TemplateGraph(services.dao(SipTemplates.SIP_TEMPLATES));
    }

    /** Returns these templates and all that they include, the nearer ones first. */
    Map<UUID, SipEndpoint> above(Collection<UUID> nearest) {
        return above(nearest, templates::findAll);
    }

    /**
     * Returns the templates that endpoints include, directly or not, for a page: those of their tenants are looked up
     * at once, since that is where nearly all of them are.
     */
    Lookup<Map<UUID, SipEndpoint>> above(Lookups lookups, Collection<SipEndpoint> endpoints) {
        Set<UUID> nearest = new LinkedHashSet<>();
        Set<UUID> tenants = new LinkedHashSet<>();
        for (SipEndpoint endpoint : endpoints) {
            nearest.addAll(endpoint.templateUuids());
            tenants.add(endpoint.tenantUuid());
        }
        if (nearest.isEmpty()) {
            return lookups.known(Map.of());
        }
        return lookups.where(SipTemplates.SIP_TEMPLATES, TENANT, tenants).map(found -> above(nearest, byUuid(found)));
    }

    private Map<UUID, SipEndpoint> above(Collection<UUID> nearest, Map<UUID, SipEndpoint> near) {
        return above(nearest, wanted -> {
            List<SipEndpoint> found =
                    wanted.stream().filter(near::containsKey).map(near::get).collect(Collectors.toList());
            List<UUID> elsewhere =
                    wanted.stream().filter(uuid -> !near.containsKey(uuid)).toList();
            found.addAll(elsewhere.isEmpty() ? List.of() : templates.findAll(elsewhere));
            return found;
        });
    }

    /** Does the same, and holds all of them until the unit of work ends, so that no two units can close a loop. */
    Map<UUID, SipEndpoint> lockAbove(Collection<UUID> nearest) {
        return above(nearest, templates::lockAll);
    }

    private static Map<UUID, SipEndpoint> above(
            Collection<UUID> nearest, Function<Collection<UUID>, List<SipEndpoint>> find) {
        Map<UUID, SipEndpoint> found = new LinkedHashMap<>();
        Set<UUID> level = new LinkedHashSet<>(nearest);
        while (!level.isEmpty()) {
            Map<UUID, SipEndpoint> known = byUuid(find.apply(level));
            Set<UUID> next = new LinkedHashSet<>();
            for (UUID uuid : level) {
                SipEndpoint template = known.get(uuid);
                if (template != null) {
                    found.put(uuid, template);
                    next.addAll(template.templateUuids());
                }
            }
            next.removeAll(found.keySet());
            level = next;
        }
        return found;
    }

    private static Map<UUID, SipEndpoint> byUuid(List<SipEndpoint> templates) {
        Map<UUID, SipEndpoint> known = new HashMap<>();
        templates.forEach(template -> known.put(template.uuid(), template));
        return known;
    }

    /** Prepares the templates of a page with their labels, in their order. */
    Part.Writer<SipEndpoint> labels(List<SipEndpoint> page, Rendering rendering) {
        Set<UUID> wanted = new LinkedHashSet<>();
        page.forEach(endpoint -> wanted.addAll(endpoint.templateUuids()));
        Lookup<Map<UUID, SipEndpoint>> known =
                rendering.lookups().referenced(SipTemplates.SIP_TEMPLATES, SipTemplates.SIP_TEMPLATES.key(), wanted);
        return (endpoint, out) -> {
            out.writeStartArray();
            for (UUID uuid : endpoint.templateUuids()) {
                SipEndpoint template = known.get().get(uuid);
                if (template != null) {
                    write(template, out);
                }
            }
            out.writeEndArray();
        };
    }

    private static void write(SipEndpoint template, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("uuid", template.uuid().toString());
        out.writeStringProperty("label", template.label());
        out.writeEndObject();
    }
}
