package dev.dovetail.examples.telephony.paging;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.ObjectPart;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;

/** Pagings. */
public final class Pagings implements TelephonyPlugin<Paging, Integer> {
    public static final Resource<Paging, Integer> PAGINGS = Resource.of(Paging.class, Paging::id)
            .generatedKey()
            .tenant(Paging::tenantUuid)
            .unique(Paging::number)
            .defaultValues(true, Paging::announceCaller, Paging::callerNotification, Paging::enabled)
            .defaultValues(false, Paging::duplex, Paging::ignoreForward, Paging::record)
            .searchFilterAndSort(Paging::id, Paging::name, Paging::number, Paging::announceSound)
            .defaultSort(Paging::name)
            .build();

    @Override
    public Resource<Paging, Integer> resource() {
        return PAGINGS;
    }

    @Override
    public ValidationGroup<Paging> validation(Services services) {
        return ValidationGroup.<Paging>builder()
                .common(Rules.unique(services.dao(PAGINGS)))
                .build();
    }

    @Override
    public Notifier<Change<Paging>> notifier(Services services) {
        return BusEvents.byId("paging", Paging::tenantUuid, Paging::id).build();
    }

    @Override
    public void shape(Representation.Builder<Paging> shape, Representations all) {
        shape.reader(Paging::announceCaller, Loose::bool)
                .reader(Paging::callerNotification, Loose::bool)
                .reader(Paging::duplex, Loose::bool)
                .reader(Paging::ignoreForward, Loose::bool)
                .reader(Paging::record, Loose::bool)
                .reader(Paging::enabled, Loose::bool)
                .part("members", users(PagingUsers.PAGING_MEMBER_USER, all))
                .part("callers", users(PagingUsers.PAGING_CALLER_USER, all));
    }

    private static ObjectPart<Paging> users(
            Association<Paging, Integer, User, Integer> association, Representations all) {
        return ObjectPart.<Paging>empty()
                .with(
                        "users",
                        all.rights(association, all.only(Users.USERS, "uuid", "firstname", "lastname", "links")));
    }
}
