package dev.dovetail.examples.telephony.sipendpoint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Merges options with those of templates, each template once, however many include it. */
final class MergedOptions {
    private final Map<UUID, SipEndpoint> templates;
    private final Map<UUID, Map<OptionSection, List<List<String>>>> known = new HashMap<>();

    private MergedOptions(Map<UUID, SipEndpoint> templates) {
        this.templates = templates;
    }

    /**
     * Returns the options of an endpoint and, before them, those of its templates: the last value of each key.
     *
     * @param templates all that it includes, directly or not
     */
    static Map<OptionSection, List<List<String>>> of(SipEndpoint endpoint, Map<UUID, SipEndpoint> templates) {
        return new MergedOptions(templates).of(endpoint);
    }

    private Map<OptionSection, List<List<String>>> of(SipEndpoint endpoint) {
        Map<OptionSection, List<List<String>>> before = known.putIfAbsent(endpoint.uuid(), Map.of());
        if (before != null) {
            return before;
        }
        Map<OptionSection, List<List<String>>> merged = new EnumMap<>(OptionSection.class);
        for (UUID uuid : endpoint.templateUuids()) {
            SipEndpoint template = templates.get(uuid);
            if (template != null) {
                of(template).forEach((section, options) -> add(merged, section, options));
            }
        }
        for (OptionSection section : OptionSection.values()) {
            add(merged, section, section.of(endpoint));
        }
        known.put(endpoint.uuid(), merged);
        return merged;
    }

    private static void add(
            Map<OptionSection, List<List<String>>> merged, OptionSection section, List<List<String>> more) {
        List<List<String>> all = new ArrayList<>(merged.getOrDefault(section, List.of()));
        all.addAll(more);
        merged.put(section, SipOptions.merged(all));
    }
}
