package dev.dovetail.examples.telephony.callfiltermember;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.callfilter.CallFilter;
import dev.dovetail.examples.telephony.callfilter.CallFilters;
import dev.dovetail.examples.telephony.common.TelephonyList;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.operation.Links;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import java.util.List;

/** The users of a call filter; one who is in one of its lists is not in the other. */
final class CallFilterUsers {
    private CallFilterUsers() {}

    /** Starts the description of a list. */
    static Association.Builder<CallFilter, Integer, User, Integer> describe(String kind) {
        return Association.between(CallFilters.CALL_FILTERS, Users.USERS)
                .name("call_filter_" + kind + "_user")
                .onDelete(OnDelete.UNLINK);
    }

    /** Starts the plugin of a list. */
    static TelephonyList<CallFilter, Integer, User, Integer> list(
            Association<CallFilter, Integer, User, Integer> association, String kind) {
        return TelephonyList.of(association).path("/" + kind + "s/users").namedBy(Users.UUID_COLUMN);
    }

    /** Refuses users who are in the other list, whose members errors call so. */
    static void noneIn(
            Association<CallFilter, Integer, User, Integer> other,
            String word,
            Services services,
            Links<CallFilter, User> links,
            Violations violations) {
        CallFilter filter = links.left();
        List<User> taken =
                services.lookups().rights(other, List.of(filter)).get().getOrDefault(filter.id(), List.of());
        links.after().stream()
                .filter(user -> taken.stream().anyMatch(one -> one.id() == user.id()))
                .findFirst()
                .ifPresent(user -> violations.add(Errors.stillAssociated(
                        "CallFilter",
                        String.valueOf(filter.id()),
                        Details.of(word + "_user_uuid", user.uuid().toString()))));
    }
}
