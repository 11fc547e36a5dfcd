package dev.dovetail.examples.telephony.callfiltermember;

import dev.dovetail.examples.telephony.callfilter.CallFilter;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.operation.Links;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.validation.Rules;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** The user whose calls a call filter is about. */
public final class CallFilterRecipients {
    /** How long his phone rings alone; clients know no waiting as null. */
    public record Waiting(@Nullable @Min(0) Integer timeout) {
        public Waiting {
            timeout = timeout == null || timeout == 0 ? null : timeout;
        }
    }

    private static final Attributes<Waiting> WAITING = Attributes.of(Waiting.class, new Waiting(null));
    static final Association<CallFilter, Integer, User, Integer> RECIPIENT =
            CallFilterUsers.describe("recipient").attributes(WAITING).build();

    private CallFilterRecipients() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return CallFilterUsers.list(RECIPIENT, "recipient")
                .leftShows("recipients.users", WAITING, "uuid", "firstname", "lastname", "links")
                .plugin()
                .setRule(Rules.<Links<CallFilter, User>>forbid(
                        "User",
                        "Cannot associate more than one recipient",
                        links -> links.after().size() > 1))
                .setRule((services, links, violations) -> CallFilterUsers.noneIn(
                        CallFilterSurrogates.SURROGATE, "surrogate", services, links, violations));
    }
}
