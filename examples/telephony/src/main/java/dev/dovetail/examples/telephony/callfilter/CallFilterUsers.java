package dev.dovetail.examples.telephony.callfilter;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.common.MemberList;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.operation.Links;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.Rule;
import java.util.List;

/** Users of a call filter; one who is in one of its lists is not in the other. */
abstract class CallFilterUsers extends MemberList<CallFilter, User> {
    CallFilterUsers(Association<CallFilter, Integer, User, Integer> association, String kind) {
        super(association, new Words("call_filter", kind, "user"), Users.UUID_COLUMN);
    }

    /** Returns the rule that none is in the other list, whose members errors call so. */
    static Rule<Links<CallFilter, User>> noneIn(
            Association<CallFilter, Integer, User, Integer> other, String word, Services services) {
        return (links, violations) -> {
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
        };
    }
}
