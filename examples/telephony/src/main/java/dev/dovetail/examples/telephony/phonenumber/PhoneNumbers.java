package dev.dovetail.examples.telephony.phonenumber;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.common.ShownInEvents;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Routes;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.UUID;

/** Phone numbers. */
public final class PhoneNumbers {
    public static final Resource<PhoneNumber, UUID> PHONE_NUMBERS = Resource.of(PhoneNumber.class, PhoneNumber::uuid)
            .name("PhoneNumber")
            .collection("phone_numbers")
            .tenant(PhoneNumber::tenantUuid)
            .tellsTenant()
            .unique(PhoneNumber::number, PhoneNumber::tenantUuid)
            .readOnly(PhoneNumber::uuid, PhoneNumber::main)
            .defaultValue(PhoneNumber::shared, false)
            .searchFilterAndSort(PhoneNumber::number, PhoneNumber::callerIdName, PhoneNumber::shared, PhoneNumber::main)
            .defaultSort(PhoneNumber::number)
            .build();
    static final String PATH = "/phone-numbers";
    static final Column<PhoneNumber, String> NUMBER = PHONE_NUMBERS.column(PhoneNumber::number);
    static final Column<PhoneNumber, UUID> TENANT = PHONE_NUMBERS.column(PhoneNumber::tenantUuid);
    static final Column<PhoneNumber, Boolean> MAIN = PHONE_NUMBERS.column(PhoneNumber::main);
    static final Column<PhoneNumber, Boolean> SHARED = PHONE_NUMBERS.column(PhoneNumber::shared);

    private PhoneNumbers() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        ShownInEvents<PhoneNumber> shown = new ShownInEvents<>(number -> number);
        return TelephonyResource.of(PHONE_NUMBERS)
                .path(PATH)
                .newKey(services -> services.ids().get())
                .event("phone_number", number -> shown.data(PHONE_NUMBERS, number))
                .routes(mine -> mine.answering(Method.CREATE, shown::during)
                        .answering(Method.EDIT, shown::during)
                        .answering(Method.DELETE, shown::during))
                .plugin()
                .stopAtFirst()
                .rule((change, violations) -> sharesTheMainOne(change.value()), Operation.EDIT)
                .with(HttpPlugin.routing(routes -> route(routes, shown)));
    }

    /** Clients know this as a failure of the server. */
    private static void sharesTheMainOne(PhoneNumber number) {
        if (number.main() && !number.shared()) {
            throw Errors.technical(ErrorKind.STORE_FAILED, "the main phone number is always shared", null);
        }
    }

    private static void route(Routes routes, ShownInEvents<PhoneNumber> shown) {
        shown.route(routes);
        NumberRanges.over(routes).add(shown);
        MainNumber.over(routes).add(shown);
    }
}
