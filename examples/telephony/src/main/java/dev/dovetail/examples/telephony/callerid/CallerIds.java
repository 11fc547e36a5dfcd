package dev.dovetail.examples.telephony.callerid;

import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.LineFollower;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSccps;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSips;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.sccpendpoint.SccpEndpoint;
import dev.dovetail.examples.telephony.sccpendpoint.SccpEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.CallerId;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoint;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps what called parties are shown: an option of a line's endpoint. Called within units of work. */
public final class CallerIds implements LineFollower {
    @Override
    public String name() {
        return "caller_ids";
    }

    @Override
    public List<Plugin> parts() {
        return List.of(ResourcePlugin.extending(Users.USERS).afterwards((services, change) -> {
            if (change.operation() == Operation.EDIT) {
                derive(services, change.value());
            }
        }));
    }

    /** Makes the caller id of a line from its main user, if it has one; the number of its extension goes first. */
    @Override
    public void follow(Services services, Line line) {
        UserLines.mainUser(services, line).ifPresent(user -> {
            CallerId own = CallerId.ofUser(user.callerId());
            Optional<String> exten = LineExtensions.extensionOf(services, line).map(Extension::exten);
            write(services, line, exten.map(own::numbered).orElse(own));
        });
    }

    /**
     * Makes the caller ids of the lines whose main user this is, when he has been edited; his own number goes first.
     */
    private static void derive(Services services, User user) {
        CallerId own = CallerId.ofUser(user.callerId());
        for (Line line : UserLines.linesOf(services, user)) {
            boolean main = UserLines.mainUser(services, line)
                    .filter(first -> first.id() == user.id())
                    .isPresent();
            if (main) {
                Optional<String> exten =
                        LineExtensions.extensionOf(services, line).map(Extension::exten);
                write(services, line, own.number() != null ? own : own.numbered(exten.orElse(null)));
            }
        }
    }

    private static void write(Services services, Line line, CallerId callerId) {
        changeSip(services, line, callerId::derivedTo);
        changeSccp(
                services,
                line,
                endpoint -> SccpEndpoints.withCallerNumber(
                        SccpEndpoints.withCallerName(endpoint, Objects.requireNonNullElse(callerId.name(), "")),
                        Objects.requireNonNullElse(callerId.number(), "")));
    }

    /** Changes the SIP endpoint of a line, if it has one, without an event; returns whether it was another before. */
    public static boolean changeSip(Services services, Line line, UnaryOperator<SipEndpoint> change) {
        return change(services, LineEndpointSips.LINE_ENDPOINT_SIP, line, change);
    }

    /** Changes the SCCP endpoint of a line, if it has one, without an event; returns whether it was another before. */
    public static boolean changeSccp(Services services, Line line, UnaryOperator<SccpEndpoint> change) {
        return change(services, LineEndpointSccps.LINE_ENDPOINT_SCCP, line, change);
    }

    private static <E extends Record, K> boolean change(
            Services services, Association<Line, Integer, E, K> association, Line line, UnaryOperator<E> change) {
        E endpoint = services.dao(association)
                .flatMap(links -> links.rights(line.id()).stream().findFirst())
                .flatMap(key -> services.dao(association.right()).lock(key))
                .orElse(null);
        if (endpoint == null || change.apply(endpoint).equals(endpoint)) {
            return false;
        }
        services.dao(association.right()).update(endpoint, change.apply(endpoint));
        return true;
    }
}
