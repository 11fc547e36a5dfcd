package dev.dovetail.examples.telephony.callfilter;

import dev.dovetail.examples.telephony.common.Stored;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.AssociationRoutes;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.Optional;
import java.util.function.Consumer;

/** The users who answer in the stead of a call filter's recipient, in order. */
public final class CallFilterSurrogates extends CallFilterUsers {
    /** The number that a user keeps as long as he is a surrogate of a filter; no other ever has it. */
    public record Member(int memberId) {}

    /** Draws the numbers; it is gone as soon as it has told its own. */
    record Ticket(int id, int callFilterId) {}

    public static final Attributes<Member> MEMBER = Attributes.of(Member.class, new Member(0));
    public static final Association<CallFilter, Integer, User, Integer> SURROGATE = describe(
                    CallFilters.CALL_FILTERS, Users.USERS, "call_filter_surrogate_user")
            .attributes(MEMBER)
            .ordered()
            .build();
    private static final Resource<Ticket, Integer> TICKETS = Resource.of(Ticket.class, Ticket::id)
            .collection("callfilter_numbers")
            .generatedKey()
            .build();

    public CallFilterSurrogates() {
        super(SURROGATE, "surrogates");
    }

    /** Returns the plugin that draws their numbers. */
    public static Plugin numbers() {
        return new Stored<>(TICKETS);
    }

    @Override
    protected void rules(AssociationValidationGroup.Builder<CallFilter, User> rules, Services services) {
        super.rules(rules, services);
        rules.set(noneIn(CallFilterRecipients.RECIPIENT, "recipient", services));
    }

    @Override
    public Optional<Consumer<Link<CallFilter, User>>> afterLinking(Services services) {
        return Optional.of(link -> number(services, link));
    }

    private static void number(Services services, Link<CallFilter, User> link) {
        int filter = link.left().id();
        int number = services.dao(TICKETS).create(new Ticket(0, filter)).id();
        services.dao(TICKETS).delete(number);
        services.of(SURROGATE).associate(link.call(), filter, link.right().id(), new Member(number));
    }

    @Override
    protected void shape(AssociationRoutes<CallFilter, Integer, User, Integer> routes) {
        routes.bodiesWithoutAttributes();
    }
}
