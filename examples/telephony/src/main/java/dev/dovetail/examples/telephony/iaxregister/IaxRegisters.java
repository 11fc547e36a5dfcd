package dev.dovetail.examples.telephony.iaxregister;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;

/** IAX registers; they have no tenant. */
public final class IaxRegisters implements TelephonyPlugin<IaxRegister, Integer> {
    public static final Resource<IaxRegister, Integer> IAX_REGISTERS = Resource.of(IaxRegister.class, IaxRegister::id)
            .name("IAXRegister")
            .collection("registers_iax")
            .generatedKey()
            .defaultValue(IaxRegister::enabled, true)
            .searchFilterAndSort(IaxRegister::id)
            .build();

    private record Data(int id) {}

    @Override
    public Resource<IaxRegister, Integer> resource() {
        return IAX_REGISTERS;
    }

    @Override
    public String path() {
        return "/registers/iax";
    }

    @Override
    public String rel() {
        return "register_iax";
    }

    @Override
    public ValidationGroup<IaxRegister> validation(Services services) {
        return ValidationGroup.<IaxRegister>builder()
                .edit((change, violations) -> Registration.of(change.value()).check(violations))
                .build();
    }

    @Override
    public Notifier<Change<IaxRegister>> notifier(Services services) {
        return BusEvents.<IaxRegister>ofService("register_iax", register -> new Data(register.id()))
                .commands(Sysconfd.reloads("iax2 reload"))
                .build();
    }

    @Override
    public void shape(Representation.Builder<IaxRegister> shape, Representations all) {
        shape.after((body, creating, violations) -> Registration.of(body).check(violations));
    }
}
