package dev.dovetail.examples.telephony.phonenumber;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.ShownInEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.UUID;

/** Phone numbers. */
public final class PhoneNumbers implements TelephonyPlugin<PhoneNumber, UUID> {
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
    static final Column<PhoneNumber, UUID> UUID_COLUMN = PHONE_NUMBERS.key();
    static final Column<PhoneNumber, String> NUMBER = PHONE_NUMBERS.column(PhoneNumber::number);
    static final Column<PhoneNumber, UUID> TENANT = PHONE_NUMBERS.column(PhoneNumber::tenantUuid);
    static final Column<PhoneNumber, Boolean> MAIN = PHONE_NUMBERS.column(PhoneNumber::main);
    static final Column<PhoneNumber, Boolean> SHARED = PHONE_NUMBERS.column(PhoneNumber::shared);

    private final ShownInEvents<PhoneNumber> shown = new ShownInEvents<>(number -> number);

    @Override
    public Resource<PhoneNumber, UUID> resource() {
        return PHONE_NUMBERS;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Preparation<PhoneNumber> computes(Services services) {
        return (call, before, draft) -> {
            if (UUID_COLUMN.get(draft) != null) { // an edit, or one of a range
                return draft;
            }
            return Edit.of(PHONE_NUMBERS).set(UUID_COLUMN, services.ids().get()).applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<PhoneNumber> validation(Services services) {
        return ValidationGroup.<PhoneNumber>builder()
                .stopAtFirst()
                .common(Rules.unique(services.dao(PHONE_NUMBERS)))
                .edit(PhoneNumbers::sharesTheMainOne)
                .build();
    }

    /** Clients know this as a failure of the server. */
    private static void sharesTheMainOne(Change<PhoneNumber> change, Violations violations) {
        if (change.value().main() && !change.value().shared()) {
            throw Errors.technical(ErrorKind.STORE_FAILED, "the main phone number is always shared", null);
        }
    }

    @Override
    public Notifier<Change<PhoneNumber>> notifier(Services services) {
        return BusEvents.<PhoneNumber>ofTenant(
                        "phone_number", PhoneNumber::tenantUuid, number -> shown.data(PHONE_NUMBERS, number))
                .build();
    }

    @Override
    public void shape(ResourceRoutes<PhoneNumber, UUID> routes) {
        routes.answering(Method.CREATE, shown::during)
                .answering(Method.EDIT, shown::during)
                .answering(Method.DELETE, shown::during);
    }

    @Override
    public void route(Routes routes) {
        TelephonyPlugin.super.route(routes);
        shown.route(routes);
        NumberRanges.over(routes).add(shown);
        MainNumber.over(routes).add(shown);
    }
}
