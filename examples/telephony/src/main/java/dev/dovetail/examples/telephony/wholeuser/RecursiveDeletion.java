package dev.dovetail.examples.telephony.wholeuser;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.auth.Logins;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.switchboardmember.SwitchboardMemberUsers;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.UserDestinations;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.useragent.UserAgents;
import dev.dovetail.examples.telephony.usergroup.UserGroups;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.examples.telephony.uservoicemail.UserVoicemails;
import dev.dovetail.examples.telephony.wholeline.RecursiveLineDeletion;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Locator;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.plugin.Services;

/**
 * Deletes users with what is theirs: agents, voicemails that nobody else has, lines with endpoint and extension,
 * logins; groups, incalls and switchboards stay without them.
 */
record RecursiveDeletion(Services services, Locator<User, Integer> users, Logins logins) {

    /** Returns what answers a DELETE that may ask for it. */
    Endpoint answering(Endpoint standard) {
        return exchange -> exchange.asks("recursive") ? answer(exchange) : standard.answer(exchange);
    }

    private Response answer(Exchange exchange) {
        CallContext call = exchange.call();
        services.unitOfWork().run(call, () -> {
            User user = RecursiveEdit.lock(services, users, call, exchange.pathValue(0));
            UserAgents.takeAway(services, call, user);
            UserGroups.leaveAll(services, call, user);
            UserVoicemails.takeAway(services, call, user);
            var lines = new RecursiveLineDeletion(services);
            for (Line line : UserLines.linesOf(services, user)) {
                lines.delete(call, line.id());
            }
            UserDestinations.INCALLS.leave(services, call, user);
            SwitchboardMemberUsers.leaveAll(services, call, user);
            services.of(Users.USERS).delete(call, user.id());
            logins.delete(user.uuid());
        });
        return Response.of(204);
    }
}
