package dev.dovetail.examples.telephony.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists every route with the access that it needs. */
public final class Accesses {
    /** An id that nothing has. */
    public static final String ID = "2000000001";

    /** A UUID that nothing has. */
    public static final String UUID = "deadbeef-dead-4bad-8bad-deadbeef0001";

    private static final Map<String, String> BY_ROUTE = new LinkedHashMap<>();

    static {
        BY_ROUTE.put("GET /tenants", "confd.tenants.read");
        BY_ROUTE.put("GET /tenants/" + UUID, "confd.tenants." + UUID + ".read");
        BY_ROUTE.put("GET /infos", "confd.infos.read");
        BY_ROUTE.put("GET /status", "confd.status.read");
        BY_ROUTE.put("GET /configuration/live_reload", "confd.configuration.live_reload.read");
        BY_ROUTE.put("PUT /configuration/live_reload", "confd.configuration.live_reload.update");
        resource("contexts", ID);
        resource("users", ID);
        item("users", UUID);
        resource("voicemails", ID);
        resource("sip/transports", UUID);
        resource("endpoints/sip", UUID);
        resource("endpoints/sip/templates", UUID);
        resource("endpoints/custom", ID);
        resource("endpoints/sccp", ID);
        resource("extensions", ID);
        resource("lines", ID);
        resource("callpermissions", ID);
        resource("agents/skills", ID);
        resource("agents", ID);
        resource("queues/skillrules", ID);
        pair("agents", "skills");
        resource("queues", ID);
        pair("queues", ID, "extensions");
        pair("queues", ID, "schedules");
        pair("outcalls", ID, "schedules");
        pair("outcalls", ID, "callpermissions");
        pair("queues", "members/agents");
        pair("queues", "members/users");
        String member = "/queues/" + ID + "/members/users/" + UUID;
        String memberAccess = "confd.queues." + ID + ".members.users." + UUID;
        BY_ROUTE.put("PUT " + member, memberAccess + ".update");
        BY_ROUTE.put("DELETE " + member, memberAccess + ".delete");
        resource("pagings", ID);
        replacement("pagings", "callers/users");
        replacement("pagings", "members/users");
        resource("callpickups", ID);
        replacement("callpickups", "interceptors/users");
        replacement("callpickups", "targets/users");
        replacement("callpickups", "interceptors/groups");
        replacement("callpickups", "targets/groups");
        resource("callfilters", ID);
        replacement("callfilters", "recipients/users");
        replacement("callfilters", "surrogates/users");
        String extensions = "/lines/" + ID + "/extensions";
        String extensionsAccess = "confd.lines." + ID + ".extensions.";
        BY_ROUTE.put("PUT " + extensions + "/" + ID, extensionsAccess + ID + ".update");
        BY_ROUTE.put("DELETE " + extensions + "/" + ID, extensionsAccess + ID + ".delete");
        BY_ROUTE.put("POST " + extensions, extensionsAccess + "create");
        BY_ROUTE.put("GET /asterisk/voicemail/zonemessages", "confd.asterisk.voicemail.zonemessages.get");
        BY_ROUTE.put("PUT /asterisk/voicemail/zonemessages", "confd.asterisk.voicemail.zonemessages.update");
        BY_ROUTE.put("PUT /contexts/" + ID + "/contexts", "confd.contexts." + ID + ".contexts.update");
        for (String user : List.of(ID, UUID)) {
            String path = "/users/" + user + "/voicemails";
            String access = "confd.users." + user + ".voicemails.";
            BY_ROUTE.put("PUT " + path + "/" + ID, access + ID + ".update");
            BY_ROUTE.put("DELETE " + path, access + "delete");
            BY_ROUTE.put("POST " + path, access + "create");
            BY_ROUTE.put("GET " + path, access + "read");
            lines(user);
            pair("users", user, "callpermissions");
            BY_ROUTE.put("PUT /users/" + user + "/agents/" + ID, "confd.users." + user + ".agents." + ID + ".update");
            BY_ROUTE.put("DELETE /users/" + user + "/agents", "confd.users." + user + ".agents.delete");
            services(user);
            forwards(user);
        }
        resource("groups", ID);
        item("groups", UUID);
        resource("incalls", ID);
        resource("schedules", ID);
        resource("moh", UUID);
        resource("parkinglots", ID);
        resource("conferences", ID);
        resource("ivr", ID);
        resource("switchboards", UUID);
        file("GET", "read");
        file("PUT", "update");
        file("DELETE", "delete");
        pair("incalls", ID, "extensions");
        pair("conferences", ID, "extensions");
        pair("parkinglots", ID, "extensions");
        pair("incalls", ID, "schedules");
        for (String id : List.of(ID, UUID)) {
            pair("groups", id, "extensions");
            pair("groups", id, "schedules");
            pair("groups", id, "callpermissions");
            pair("users", id, "schedules");
            sub("/groups/" + id + "/fallbacks", "confd.groups." + id + ".fallbacks.");
            sub("/users/" + id + "/fallbacks", "confd.users." + id + ".fallbacks.");
            BY_ROUTE.put("PUT /groups/" + id + "/members/users", "confd.groups." + id + ".members.users.update");
            BY_ROUTE.put(
                    "PUT /groups/" + id + "/members/extensions", "confd.groups." + id + ".members.extensions.update");
            BY_ROUTE.put("PUT /users/" + id + "/groups", "confd.users." + id + ".groups.update");
        }
        sub("/queues/" + ID + "/fallbacks", "confd.queues." + ID + ".fallbacks.");
        sub("/callfilters/" + ID + "/fallbacks", "confd.callfilters." + ID + ".fallbacks.");
        sub("/switchboards/" + UUID + "/fallbacks", "confd.switchboards." + UUID + ".fallbacks.");
        BY_ROUTE.put(
                "PUT /switchboards/" + UUID + "/members/users", "confd.switchboards." + UUID + ".members.users.update");
        endpoints("sip", UUID);
        endpoints("custom", ID);
        endpoints("sccp", ID);
        resource("trunks", ID);
        resource("outcalls", ID);
        resource("registers/iax", ID);
        resource("endpoints/iax", ID);
        link("outcalls", ID, "extensions", ID);
        BY_ROUTE.put("PUT /outcalls/" + ID + "/trunks", "confd.outcalls." + ID + ".trunks.update");
        link("trunks", ID, "endpoints/sip", UUID);
        link("trunks", ID, "endpoints/custom", ID);
        link("trunks", ID, "endpoints/iax", ID);
        link("trunks", ID, "registers/iax", ID);
        resource("registrars", "none");
        resource("access_features", ID);
        resource("phone-numbers", UUID);
        BY_ROUTE.put("POST /phone-numbers/ranges", "confd.phone-numbers.create");
        sub("/phone-numbers/main", "confd.phone-numbers.main.");
        resource("applications", UUID);
        link("lines", ID, "applications", UUID);
        apps("external/apps");
        for (String user : List.of(ID, UUID)) {
            apps("users/" + user + "/external/apps");
        }
    }

    private Accesses() {}

    private static void lines(String user) {
        String path = "/users/" + user + "/lines";
        String access = "confd.users." + user + ".lines.";
        BY_ROUTE.put("PUT " + path, access + "update");
        BY_ROUTE.put("PUT " + path + "/" + ID, access + ID + ".update");
        BY_ROUTE.put("DELETE " + path + "/" + ID, access + ID + ".delete");
    }

    /** Both services are asked for by the words of one. */
    private static void services(String user) {
        String path = "/users/" + user + "/services";
        String access = "confd.users." + user + ".services.";
        sub(path, access);
        sub(path + "/dnd", access + "dnd.");
        sub(path + "/incallfilter", access + "dnd.");
    }

    private static void forwards(String user) {
        String path = "/users/" + user + "/forwards";
        String access = "confd.users." + user + ".forwards.";
        sub(path, access);
        for (String forward : List.of("busy", "noanswer", "unconditional")) {
            sub(path + "/" + forward, access + forward + ".");
        }
    }

    private static void file(String method, String verb) {
        BY_ROUTE.put(method + " /moh/" + UUID + "/files/a.b.wav", "confd.moh." + UUID + ".files.a_b_wav." + verb);
    }

    private static void sub(String path, String access) {
        BY_ROUTE.put("GET " + path, access + "read");
        BY_ROUTE.put("PUT " + path, access + "update");
    }

    private static void endpoints(String kind, String endpoint) {
        link("lines", ID, "endpoints/" + kind, endpoint);
    }

    private static void apps(String list) {
        BY_ROUTE.put("GET /" + list, "confd." + list.replace('/', '.') + ".read");
        item(list, "none");
        BY_ROUTE.put("POST /" + list + "/none", "confd." + list.replace('/', '.') + ".none.create");
    }

    private static void link(String lefts, String left, String rights, String right) {
        String path = lefts + "/" + left + "/" + rights + "/" + right;
        String access = "confd." + path.replace('/', '.');
        BY_ROUTE.put("PUT /" + path, access + ".update");
        BY_ROUTE.put("DELETE /" + path, access + ".delete");
    }

    private static void replacement(String left, String right) {
        String access = "confd." + left + "." + ID + "." + right.replace('/', '.') + ".update";
        BY_ROUTE.put("PUT /" + left + "/" + ID + "/" + right, access);
    }

    private static void pair(String left, String right) {
        pair(left, ID, right);
    }

    private static void pair(String left, String id, String right) {
        String path = " /" + left + "/" + id + "/" + right + "/" + ID;
        String access = "confd." + left + "." + id + "." + right.replace('/', '.') + "." + ID;
        BY_ROUTE.put("PUT" + path, access + ".update");
        BY_ROUTE.put("DELETE" + path, access + ".delete");
    }

    private static void resource(String name, String id) {
        String access = "confd." + name.replace('/', '.');
        BY_ROUTE.put("GET /" + name, access + ".read");
        BY_ROUTE.put("POST /" + name, access + ".create");
        item(name, id);
    }

    private static void item(String name, String id) {
        String path = " /" + name + "/" + id;
        String access = "confd." + name.replace('/', '.') + "." + id;
        BY_ROUTE.put("GET" + path, access + ".read");
        BY_ROUTE.put("PUT" + path, access + ".update");
        BY_ROUTE.put("DELETE" + path, access + ".delete");
    }

    /** Returns the access of each route, {@code GET /users} and so on. */
    public static Map<String, String> byRoute() {
        return Map.copyOf(BY_ROUTE);
    }

    static List<String> all() {
        return BY_ROUTE.values().stream().distinct().toList();
    }
}
