package dev.dovetail.examples.telephony.trunkregister;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.iaxregister.IaxRegister;
import dev.dovetail.examples.telephony.iaxregister.IaxRegisters;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.examples.telephony.trunk.RegistersOfTrunks;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.examples.telephony.trunkendpoint.TrunkEndpoints;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;

/** The IAX register of a trunk. */
public final class TrunkRegisters implements LegacyAssociationPlugin<Trunk, Integer, IaxRegister, Integer>, HttpPlugin {
    public static final Association<Trunk, Integer, IaxRegister, Integer> TRUNK_REGISTER_IAX = Association.between(
                    Trunks.TRUNKS, IaxRegisters.IAX_REGISTERS)
            .name("trunk_register_iax")
            .oneLeft()
            .oneRight()
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    private record Data(int trunkId, int registerId) {}

    @Override
    public Association<Trunk, Integer, IaxRegister, Integer> association() {
        return TRUNK_REGISTER_IAX;
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), new RegistersOfTrunks(TRUNK_REGISTER_IAX));
    }

    @Override
    public AssociationValidationGroup<Trunk, IaxRegister> validation(Services services) {
        return AssociationValidationGroup.<Trunk, IaxRegister>builder()
                .stopAtFirst()
                .association((link, violations) -> RegistersOfTrunks.of(services, link.left())
                        .ifPresent(other -> violations.add(inUse(link.left().id(), other))))
                .association((link, violations) -> services.dao(TRUNK_REGISTER_IAX)
                        .flatMap(dao -> dao.lefts(link.right().id()).stream().findFirst())
                        .ifPresent(trunk ->
                                violations.add(inUse(trunk, link.right().id()))))
                .association((link, violations) -> hasNoOtherEndpoint(services, link, violations))
                .build();
    }

    private static Violation inUse(int trunk, int register) {
        return Errors.stillAssociated(
                "Trunk", "IAXRegister", Details.of("trunk_id", trunk, "register_iax_id", register));
    }

    private static void hasNoOtherEndpoint(Services services, Link<Trunk, ?> link, Violations violations) {
        Trunk trunk = link.left();
        TrunkEndpoints.of(services, trunk)
                .filter(endpoint -> !endpoint.kind().equals("iax"))
                .ifPresent(endpoint -> violations.add(Errors.stillAssociated(
                        "Trunk", "Endpoint", Details.of("trunk_id", trunk.id(), "protocol", endpoint.kind()))));
    }

    /** With a trunk its register goes. */
    @Override
    public void leftUnlinked(Services services, Change<Trunk> deletion, List<Integer> registers) {
        registers.forEach(services.dao(IaxRegisters.IAX_REGISTERS)::delete);
    }

    @Override
    public AssociationNotifier<Trunk, IaxRegister> notifier(Services services) {
        return BusEvents.<Trunk, IaxRegister>ofLinks(
                        TRUNK_REGISTER_IAX.name(),
                        (link, event) -> BusScope.tenant(link.left().tenantUuid(), event),
                        link -> new Data(link.left().id(), link.right().id()))
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Trunks.TRUNKS)
                .part(
                        "register_iax",
                        all.rights(TRUNK_REGISTER_IAX, all.only(IaxRegisters.IAX_REGISTERS, "id", "links")));
        all.shape(IaxRegisters.IAX_REGISTERS)
                .part("trunk", all.lefts(TRUNK_REGISTER_IAX, all.only(Trunks.TRUNKS, "id", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(TRUNK_REGISTER_IAX)
                .path("/trunks", "/registers/iax")
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .unscoped()
                .add();
    }
}
