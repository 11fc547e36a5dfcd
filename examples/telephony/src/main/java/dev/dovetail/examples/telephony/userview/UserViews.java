package dev.dovetail.examples.telephony.userview;

import dev.dovetail.dao.Lookup;
import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.common.MoreRoutes;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineendpoint.LineNames;
import dev.dovetail.examples.telephony.lineendpoint.WebRtc;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.UserServices;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.useragent.UserAgents;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.http.json.Schema;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Other looks of the list of users, each for a purpose of its own. */
public final class UserViews implements Plugin {
    private static final Derived<User, Integer> LINE_ID = Derived.found(
            "lineId", Integer.class, () -> Derivation.right(UserLines.USER_LINE, Derivation.of(Lines.LINES.key())));
    private static final Derived<User, Integer> AGENT_ID = Derived.found(
            "agentId",
            Integer.class,
            () -> Derivation.right(UserAgents.USER_AGENT, Derivation.of(Agents.AGENTS.key())));
    private static final Derived<User, String> PROTOCOL = Derived.foundAscii(
            "protocol", () -> Derivation.right(UserLines.USER_LINE, Derivation.of(LineNames.PROTOCOL)));

    @Override
    public String name() {
        return "user_views";
    }

    @Override
    public List<Plugin> parts() {
        return List.of(UserFinds.ofUsers(), new MoreRoutes<>(Users.USERS, UserViews::add));
    }

    private static void add(Routes all, ResourceRoutes<User, Integer> users) {
        users.pager(new UserPages(all.services().of(Users.USERS))::page);
        UserFinds.add(users);
        addViews(users, all.representations());
    }

    private static void addViews(ResourceRoutes<User, Integer> routes, Representations all) {
        Services services = all.services();
        WebRtc webRtc = new WebRtc(services);
        Part<User> codes = (page, rendering) -> codes(webRtc, page, rendering);
        Part<User> speaking = (page, rendering) -> webRtc(webRtc, page, rendering);
        routes.view(
                        "directory",
                        shape -> shape.show(User::id, User::uuid, User::firstname, User::lastname, User::email)
                                .show(User::mobilePhoneNumber, User::userfield, User::description)
                                .derived("line_id", LINE_ID)
                                .derived("agent_id", AGENT_ID, id -> id == null ? null : id.toString())
                                .derived("exten", UserFinds.EXTEN)
                                .derived("voicemail_number", UserFinds.VOICEMAIL_NUMBER)
                                .derived("context", UserFinds.CONTEXT))
                .view(
                        "summary",
                        shape -> shape.show(User::id, User::uuid, User::firstname, User::lastname, User::email)
                                .show(User::enabled, User::subscriptionType)
                                .derived("extension", UserFinds.EXTENSION)
                                .derived("context", UserFinds.CONTEXT)
                                .derived("protocol", PROTOCOL)
                                .part(
                                        "provisioning_code",
                                        codes.as(Schema.string().orNull()))
                                .part("is_webrtc", speaking.as(Schema.bool())))
                .view(
                        "line_presence",
                        shape -> shape.show(User::uuid, User::tenantUuid)
                                .part("services", UserServices.ONLY_DND)
                                .part(
                                        "lines",
                                        all.rights(
                                                UserLines.USER_LINE, all.only(Lines.LINES, "id", "name", "protocol"))));
    }

    /**
     * Prepares the codes of main lines: devices are provisioned by them, which custom and WebRTC lines have none of.
     */
    private static Part.Writer<User> codes(WebRtc webRtc, List<User> page, Rendering rendering) {
        return Part.Writer.of(rendering
                .lookups()
                .rights(UserLines.USER_LINE, page)
                .then(lines -> withoutCodes(webRtc, flat(lines), rendering).map(without -> (user, out) -> {
                    Line main = main(lines, user);
                    out.writeString(main == null || without.contains(main.id()) ? null : main.provisioningCode());
                })));
    }

    private static Lookup<Set<Integer>> withoutCodes(WebRtc webRtc, List<Line> lines, Rendering rendering) {
        return webRtc.of(lines, rendering)
                .with(rendering.lookups().values(LineNames.PROTOCOL, lines), (speaking, protocols) -> {
                    Set<Integer> without = new HashSet<>(speaking);
                    for (int i = 0; i < lines.size(); i++) {
                        if ("custom".equals(protocols.get(i))) {
                            without.add(lines.get(i).id());
                        }
                    }
                    return without;
                });
    }

    private static Part.Writer<User> webRtc(WebRtc webRtc, List<User> page, Rendering rendering) {
        return Part.Writer.of(rendering
                .lookups()
                .rights(UserLines.USER_LINE, page)
                .then(lines -> webRtc.of(flat(lines), rendering).map(speaking -> (user, out) -> {
                    Line main = main(lines, user);
                    out.writeBoolean(main != null && speaking.contains(main.id()));
                })));
    }

    private static @Nullable Line main(Map<Integer, List<Line>> lines, User user) {
        List<Line> its = lines.getOrDefault(user.id(), List.of());
        return its.isEmpty() ? null : its.get(0);
    }

    private static List<Line> flat(Map<Integer, List<Line>> lines) {
        List<Line> all = new ArrayList<>();
        lines.values().forEach(all::addAll);
        return all;
    }
}
