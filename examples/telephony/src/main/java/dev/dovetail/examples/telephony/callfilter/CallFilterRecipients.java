package dev.dovetail.examples.telephony.callfilter;

import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.operation.Links;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** The user whose calls a call filter is about. */
public final class CallFilterRecipients extends CallFilterUsers {
    /** How long his phone rings alone; clients know no waiting as null. */
    public record Waiting(@Nullable @Min(0) Integer timeout) {
        public Waiting {
            timeout = timeout == null || timeout == 0 ? null : timeout;
        }
    }

    public static final Attributes<Waiting> WAITING = Attributes.of(Waiting.class, new Waiting(null));
    public static final Association<CallFilter, Integer, User, Integer> RECIPIENT = describe(
                    CallFilters.CALL_FILTERS, Users.USERS, "call_filter_recipient_user")
            .attributes(WAITING)
            .build();

    public CallFilterRecipients() {
        super(RECIPIENT, "recipients");
    }

    @Override
    protected void rules(AssociationValidationGroup.Builder<CallFilter, User> rules, Services services) {
        rules.set(Rules.<Links<CallFilter, User>>forbid(
                        "User",
                        "Cannot associate more than one recipient",
                        links -> links.after().size() > 1))
                .set(noneIn(CallFilterSurrogates.SURROGATE, "surrogate", services));
    }
}
