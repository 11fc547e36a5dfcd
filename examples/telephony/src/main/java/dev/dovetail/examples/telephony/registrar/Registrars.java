package dev.dovetail.examples.telephony.registrar;

import dev.dovetail.examples.telephony.common.KeptFields;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.json.Naming;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Registrars; they have no tenant, and only the master tenant sees them. */
public final class Registrars {
    public static final Resource<Registrar, String> REGISTRARS = Resource.of(Registrar.class, Registrar::id)
            .prepared(Registrar::id)
            .defaultValue(Registrar::deletable, true)
            .searchFilterAndSort(
                    Registrar::id,
                    Registrar::name,
                    Registrar::mainHost,
                    Registrar::mainPort,
                    Registrar::backupHost,
                    Registrar::backupPort,
                    Registrar::proxyMainHost,
                    Registrar::proxyMainPort,
                    Registrar::proxyBackupHost,
                    Registrar::proxyBackupPort,
                    Registrar::outboundProxyHost,
                    Registrar::outboundProxyPort)
            .filter() // see filtered
            .defaultSort(Registrar::name)
            .build();
    private static final Column<Registrar, String> ID = REGISTRARS.key();

    private Registrars() {}

    /** Returns the plugin; there is a registrar from the start, {@code default}. */
    public static Plugin plugin() {
        return TelephonyResource.of(REGISTRARS)
                .installed(1)
                .newKey(services -> services.ids().get().toString().replace("-", ""))
                .event("registrar", registrar -> registrar)
                .lenientBooleans()
                .shape(shape -> shape.before(KeptFields.of("id")))
                .rootTenantOnly()
                .routes(mine -> mine.pager((exchange, call, asked) ->
                        exchange.services().of(REGISTRARS).search(call, asked.and(filtered(exchange)))))
                .plugin()
                .rule(Rules.unique(REGISTRARS));
    }

    /**
     * Filters look for a part of a value, and one of them is enough. There are few registrars, so each is looked at.
     */
    private static Criterion<Registrar> filtered(Exchange exchange) {
        List<Predicate<Registrar>> filters = new ArrayList<>();
        for (Expression<Registrar, ?> sort : REGISTRARS.sorts()) {
            Column<Registrar, ?> column = (Column<Registrar, ?>) sort;
            exchange.request()
                    .parameter(Naming.SNAKE_CASE.json(column.name()))
                    .ifPresent(part -> filters.add(registrar -> contains(column.get(registrar), part)));
        }
        if (filters.isEmpty()) {
            return Criterion.any();
        }
        List<Registrar> all = exchange.services()
                .dao(REGISTRARS)
                .search(Search.<Registrar>all().unlimited())
                .items();
        return Criterion.in(
                ID,
                all.stream()
                        .filter(registrar -> filters.stream().anyMatch(filter -> filter.test(registrar)))
                        .map(Registrar::id)
                        .toList());
    }

    private static boolean contains(@Nullable Object value, String part) {
        return value != null && value.toString().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
