package dev.dovetail.examples.telephony.registrar;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Registrars; they have no tenant, and only the master tenant sees them. */
public final class Registrars implements TelephonyPlugin<Registrar, String> {
    public static final Resource<Registrar, String> REGISTRARS = Resource.of(Registrar.class, Registrar::id)
            .prepared(Registrar::id)
            .defaultValue(Registrar::deletable, true)
            .filter()
            .search(
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
            .sort(
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
            .defaultSort(Registrar::name)
            .build();
    private static final Column<Registrar, String> ID = REGISTRARS.key();

    @Override
    public Resource<Registrar, String> resource() {
        return REGISTRARS;
    }

    /** There is one from the start, {@code default}. */
    @Override
    public int installed() {
        return 1;
    }

    @Override
    public Preparation<Registrar> computes(Services services) {
        return (call, before, draft) -> ID.get(draft) != null
                ? draft
                : Edit.of(REGISTRARS)
                        .set(ID, services.ids().get().toString().replace("-", ""))
                        .applyTo(draft);
    }

    @Override
    public ValidationGroup<Registrar> validation(Services services) {
        return ValidationGroup.<Registrar>builder()
                .create(Rules.unique(services.dao(REGISTRARS)))
                .build();
    }

    @Override
    public Notifier<Change<Registrar>> notifier(Services services) {
        return BusEvents.<Registrar>ofService("registrar", registrar -> registrar)
                .build();
    }

    @Override
    public void shape(Representation.Builder<Registrar> shape, Representations all) {
        shape.reader(Registrar::deletable, Loose::bool).before((body, creating, violations) -> {
            if (!creating) {
                body.remove("id");
            }
        });
    }

    @Override
    public void shape(ResourceRoutes<Registrar, String> routes) {
        routes.rootTenantOnly(Method.SEARCH, Method.CREATE, Method.GET, Method.EDIT, Method.DELETE)
                .pager((exchange, call, asked) ->
                        exchange.services().of(REGISTRARS).search(call, asked.and(filtered(exchange))));
    }

    /** Filters look for a part of a value, and one of them is enough. There are few registrars, so each is looked at. */
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
