package dev.dovetail.examples.telephony.callfiltermember;

import dev.dovetail.examples.telephony.callfilter.CallFilter;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.http.AssociationRoutes;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;

/** The users who answer in the stead of a call filter's recipient, in order. */
public final class CallFilterSurrogates {
    /** The number that a user keeps as long as he is a surrogate of a filter; no other ever has it. */
    public record Member(int memberId) {}

    /** Draws the numbers; it is gone as soon as it has told its own. */
    record Ticket(int id, int callFilterId) {}

    static final Attributes<Member> MEMBER = Attributes.of(Member.class, new Member(0));
    static final Association<CallFilter, Integer, User, Integer> SURROGATE =
            CallFilterUsers.describe("surrogate").attributes(MEMBER).ordered().build();
    private static final Resource<Ticket, Integer> TICKETS = Resource.of(Ticket.class, Ticket::id)
            .collection("callfilter_numbers")
            .generatedKey()
            .build();

    private CallFilterSurrogates() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return CallFilterUsers.list(SURROGATE, "surrogate")
                .leftShows("surrogates.users", ShownSurrogates::new)
                .noRepeats()
                .routes(AssociationRoutes::bodiesWithoutAttributes)
                .plugin()
                .setRule((services, links, violations) -> CallFilterUsers.noneIn(
                        CallFilterRecipients.RECIPIENT, "recipient", services, links, violations))
                .afterLinking(CallFilterSurrogates::number)
                .with(TelephonyResource.stored(TICKETS));
    }

    private static void number(Services services, Link<CallFilter, User> link) {
        int filter = link.left().id();
        int number = services.dao(TICKETS).create(new Ticket(0, filter)).id();
        services.dao(TICKETS).delete(number);
        services.of(SURROGATE).associate(link.call(), filter, link.right().id(), new Member(number));
    }
}
