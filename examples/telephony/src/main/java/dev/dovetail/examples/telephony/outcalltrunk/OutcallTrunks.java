package dev.dovetail.examples.telephony.outcalltrunk;

import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.outcall.Outcall;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Links;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import java.util.List;
import java.util.Map;

/** The trunks that an outgoing call tries, one after the other. */
public final class OutcallTrunks implements LegacyAssociationPlugin<Outcall, Integer, Trunk, Integer>, HttpPlugin {
    public static final Association<Outcall, Integer, Trunk, Integer> OUTCALL_TRUNK = Association.between(
                    Outcalls.OUTCALLS, Trunks.TRUNKS)
            .ordered()
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    private record Data(int outcallId, List<Integer> trunkIds) {
        static Data of(Links<Outcall, Trunk> links) {
            return new Data(
                    links.left().id(), links.after().stream().map(Trunk::id).toList());
        }
    }

    @Override
    public Association<Outcall, Integer, Trunk, Integer> association() {
        return OUTCALL_TRUNK;
    }

    @Override
    public AssociationValidationGroup<Outcall, Trunk> validation(Services services) {
        Rule<Link<Outcall, Trunk>> tenants = SameTenant.rule(OUTCALL_TRUNK, "outcall", "trunk");
        return AssociationValidationGroup.<Outcall, Trunk>builder()
                .stopAtFirst()
                .set((links, violations) ->
                        links.after().forEach(trunk -> tenants.check(links.linkAfter(trunk), violations)))
                .set(Rules.noRepeats("Outcall", "Cannot associate same trunk more than once"))
                .build();
    }

    @Override
    public AssociationNotifier<Outcall, Trunk> notifier(Services services) {
        return AssociationNotifier.<Outcall, Trunk>builder()
                .replaced(links -> BusScope.tenant(
                        links.left().tenantUuid(), new Event("outcall_trunks_associated", Data.of(links), Map.of())))
                .always()
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Outcalls.OUTCALLS)
                .part(
                        "trunks",
                        all.rights(
                                OUTCALL_TRUNK,
                                all.only(
                                        Trunks.TRUNKS,
                                        "tenant_uuid",
                                        "id",
                                        "endpoint_sip",
                                        "endpoint_custom",
                                        "links")));
        all.shape(Trunks.TRUNKS)
                .part("outcalls", all.lefts(OUTCALL_TRUNK, all.only(Outcalls.OUTCALLS, "id", "name", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(OUTCALL_TRUNK).methods(Method.REPLACE).add();
    }
}
