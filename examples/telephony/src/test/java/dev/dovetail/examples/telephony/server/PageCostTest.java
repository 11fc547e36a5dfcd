package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.auth.FixedAuthentication;
import dev.dovetail.examples.telephony.bus.Bus;
import dev.dovetail.examples.telephony.database.Database;
import dev.dovetail.examples.telephony.database.DatabaseUrl;
import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Node;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.CommandSender;
import dev.dovetail.plugin.PluginRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Counts the statements that lists cost: what is embedded in them must not be looked up object by object. */
class PageCostTest {
    /** One for the page, one for the total, and one for each level of what is embedded. */
    private static final int MOST = 6;

    private static final int MORE_THAN_A_PAGE = 60;
    private static final List<String> LISTS = List.of(
            "/users",
            "/users?order=firstname",
            "/users?view=summary",
            "/users?view=directory",
            "/users?view=line_presence",
            "/lines",
            "/voicemails",
            "/contexts",
            "/extensions",
            "/groups",
            "/incalls",
            "/schedules",
            "/moh",
            "/parkinglots",
            "/conferences",
            "/ivr",
            "/switchboards",
            "/endpoints/custom",
            "/endpoints/sccp",
            "/endpoints/sip",
            "/trunks",
            "/trunks?order=name",
            "/outcalls",
            "/registers/iax",
            "/endpoints/iax",
            "/callpermissions",
            "/agents/skills",
            "/agents",
            "/queues/skillrules",
            "/queues",
            "/pagings",
            "/callpickups",
            "/callfilters",
            "/registrars",
            "/access_features",
            "/phone-numbers",
            "/applications",
            "/external/apps",
            "/users/1/external/apps",
            "/users/1/external/apps?view=fallback");

    private static final Authentication AUTHENTICATION = FixedAuthentication.development("token");

    private final AtomicInteger statements = new AtomicInteger();

    /** Returns a proxy that counts what statements execute. */
    private <T> T counting(Class<T> type, T target) {
        Object proxy =
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    try {
                        if (target instanceof Statement && method.getName().startsWith("execute")) {
                            statements.incrementAndGet();
                        }
                        Object result = method.invoke(target, args);
                        if (result instanceof PreparedStatement statement) {
                            return counting(PreparedStatement.class, statement);
                        } else if (result instanceof Statement statement) {
                            return counting(Statement.class, statement);
                        }
                        return result instanceof Connection connection && target instanceof DataSource
                                ? counting(Connection.class, connection)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }

    @ParameterizedTest
    @EnumSource
    void listsFiftyObjectsByAsManyStatementsAsTen(Node node) throws IOException {
        String url = node == Node.H2 ? "mem" : TestPostgresql.newInstallation();
        try (Database database = Database.open(DatabaseUrl.parse(url, Optional.empty()));
                PluginRegistry registry = PluginRegistry.on(
                                MyBatisStore.builder(counting(DataSource.class, database.dataSource()))
                                        .codec(JacksonCodec.snakeCase())
                                        .build()
                                        .createOutbox())
                        .plugins(Plugins.all(
                                database.installation(),
                                AUTHENTICATION,
                                Bus.of(Optional.empty(), database.installation())))
                        .sender(Sysconfd.TARGET, CommandSender.none())
                        .load();
                HttpServer server = HttpServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .start(Api.of(registry, AUTHENTICATION).build())) {
            Client api = Client.of(server.url() + Api.BASE_PATH).token("token");
            fill(api);
            for (String list : LISTS) {
                String query = list + (list.contains("?") ? "&" : "?");
                cost(api, query + "limit=1"); // whatever is done once only
                int ten = cost(api, query + "limit=10");
                int fifty = cost(api, query + "limit=50");
                assertThat(fifty).as(list).isEqualTo(ten).isLessThanOrEqualTo(MOST);
            }
        }
    }

    private int cost(Client api, String query) {
        statements.set(0);
        api.get(query).found();
        return statements.get();
    }

    /**
     * Makes more than a page of contexts, each including the one before, and in each of them a user with a voicemail
     * and a line, whose SIP endpoint has templates that have templates, and an extension.
     */
    private static void fill(Client api) {
        JsonNode above = template(api, List.of());
        int before = 0;
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            JsonNode context = api.post(
                            "/contexts",
                            Json.body("label", "c" + i, "user_ranges", List.of(Json.body("start", "1", "end", "9"))))
                    .created();
            int id = context.get("id").asInt();
            if (before > 0) {
                api.put("/contexts/" + id + "/contexts", Json.body("contexts", List.of(Json.body("id", before))))
                        .done();
            }
            before = id;
            api.post("/endpoints/custom", Json.body("interface", "i" + i)).created();
            trunks(api, i);
            apps(api, i);
            JsonNode template = template(api, List.of(Json.body("uuid", above.get("uuid"))));
            JsonNode endpoint = Json.body("templates", List.of(Json.body("uuid", template.get("uuid"))));
            JsonNode name = context.get("name");
            JsonNode line = Json.body(
                    "context", name, "endpoint_sip", endpoint, "extensions", List.of(Json.body("exten", "1")));
            JsonNode voicemail = Json.body("number", "1", "context", name);
            JsonNode user = api.post(
                            "/users", Json.body("firstname", "u" + i, "lines", List.of(line), "voicemail", voicemail))
                    .created();
            callsIn(api, context, user);
            workWith(api, user, i);
        }
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            api.post("/users/1/external/apps/a" + i, Json.body()).created();
        }
        JsonNode user = api.get("/users?limit=1").found().get("items").get(0);
        assertThat(user.get("lines").get(0).get("extensions").size()).isEqualTo(1);
        assertThat(user.get("lines").get(0).get("endpoint_sip").isObject()).isTrue();
        assertThat(user.get("voicemail").isObject()).isTrue();
        assertThat(user.get("agent").isObject()).isTrue();
        assertThat(user.get("call_pickup_target_users").size()).isEqualTo(1);
    }

    /** Makes a user an agent with a skill, permits him something, and has him in lists that hold users. */
    private static void workWith(Client api, JsonNode user, int i) {
        String path = "/users/" + user.get("id");
        JsonNode agent = api.post("/agents", Json.body("number", "" + i)).created();
        JsonNode skill = api.post("/agents/skills", Json.body("name", "s" + i)).created();
        api.put("/agents/" + agent.get("id") + "/skills/" + skill.get("id"), Json.body())
                .done();
        api.put(path + "/agents/" + agent.get("id")).done();
        JsonNode permission =
                api.post("/callpermissions", Json.body("name", "p" + i)).created();
        api.put(path + "/callpermissions/" + permission.get("id")).done();
        String queue = "/queues/"
                + api.post("/queues", Json.body("name", "q" + i)).created().get("id");
        api.put(queue + "/members/agents/" + agent.get("id"), Json.body()).done();
        api.put(queue + "/members" + path, Json.body()).done();
        api.post("/queues/skillrules", Json.body("name", "r" + i)).created();
        JsonNode users = Json.body("users", List.of(Json.body("uuid", user.get("uuid"))));
        String paging = "/pagings/"
                + api.post("/pagings", Json.body("number", "" + i)).created().get("id");
        api.put(paging + "/callers/users", users).done();
        api.put(paging + "/members/users", users).done();
        String pickup = "/callpickups/"
                + api.post("/callpickups", Json.body("name", "" + i)).created().get("id");
        api.put(pickup + "/interceptors/users", users).done();
        api.put(pickup + "/targets/users", users).done();
        JsonNode groups = Json.body(
                "groups",
                List.of(api.get("/groups?order=id&direction=desc&limit=1")
                        .found()
                        .get("items")
                        .get(0)));
        api.put(pickup + "/interceptors/groups", groups).done();
        api.put(pickup + "/targets/groups", groups).done();
        api.put("/groups/" + groups.get("groups").get(0).get("id") + "/callpermissions/" + permission.get("id"))
                .done();
        JsonNode all = Json.body("name", "" + i, "strategy", "all", "source", "all");
        String filter =
                "/callfilters/" + api.post("/callfilters", all).created().get("id");
        api.put(filter + "/surrogates/users", users).done();
        JsonNode toUser = Json.body("type", "user", "user_id", user.get("id"));
        api.put(filter + "/fallbacks", Json.body("noanswer_destination", toUser))
                .done();
        api.put(queue, Json.body("wait_time_destination", toUser)).done();
    }

    /**
     * Makes an outgoing call with an extension and two trunks, one with a SIP endpoint, one with an IAX one and a
     * register.
     */
    private static void trunks(Client api, int i) {
        JsonNode context = api.post("/contexts", Json.body("label", "out", "type", "outcall"))
                .created();
        JsonNode extension = api.post("/extensions", Json.body("exten", "1", "context", context.get("name")))
                .created();
        JsonNode outcall = api.post("/outcalls", Json.body("name", "o" + i)).created();
        String path = "/outcalls/" + outcall.get("id");
        api.put(path + "/extensions/" + extension.get("id"), Json.body()).done();
        JsonNode sip = api.post("/trunks", Json.body()).created();
        JsonNode iax = api.post("/trunks", Json.body()).created();
        link(api, "/trunks", sip, "/endpoints/sip", Json.body());
        link(api, "/trunks", iax, "/endpoints/iax", Json.body());
        link(api, "/trunks", iax, "/registers/iax", Json.body("remote_host", "h"));
        api.put(path + "/trunks", Json.body("trunks", List.of(sip, iax))).done();
    }

    /** Makes what is linked to nothing, and an application with a line. */
    private static void apps(Client api, int i) {
        api.post("/registrars", Json.body("main_host", "h", "proxy_main_host", "h"))
                .created();
        api.post("/access_features", Json.body("host", "h" + i)).created();
        api.post("/phone-numbers", Json.body("number", "1" + i)).created();
        api.post("/external/apps/a" + i, Json.body()).created();
        JsonNode application = api.post("/applications", Json.body()).created();
        JsonNode context = api.get("/contexts?limit=1").found().get("items").get(0);
        JsonNode line =
                api.post("/lines", Json.body("context", context.get("name"))).created();
        link(api, "/lines", line, "/endpoints/sccp", Json.body());
        api.put("/lines/" + line.get("id") + "/applications/" + Json.key(application))
                .done();
    }

    private static void link(Client api, String lefts, JsonNode left, String rights, JsonNode right) {
        String key = Json.key(api.post(rights, right).created());
        api.put(lefts + "/" + Json.key(left) + rights + "/" + key).done();
    }

    /** Makes whatever calls from outside get to, each leading to a user and shown by it. */
    private static void callsIn(Client api, JsonNode context, JsonNode user) {
        JsonNode toUser = Json.body("type", "user", "user_id", user.get("id"));
        JsonNode users = Json.body("users", List.of(Json.body("uuid", user.get("uuid"))));
        JsonNode schedule =
                api.post("/schedules", Json.body("closed_destination", toUser)).created();
        JsonNode group = api.post("/groups", Json.body("label", "g")).created();
        JsonNode board = api.post("/switchboards", Json.body("name", "s")).created();
        JsonNode conference = api.post("/conferences", Json.body()).created();
        JsonNode choice = Json.body("exten", "1", "destination", toUser);
        JsonNode ivr = api.post(
                        "/ivr",
                        Json.body(
                                "name",
                                "i",
                                "menu_sound",
                                "m",
                                "abort_destination",
                                toUser,
                                "choices",
                                List.of(choice)))
                .created();
        JsonNode lot = api.post("/parkinglots", Json.body("slots_start", "801", "slots_end", "810"))
                .created();
        JsonNode moh = api.post("/moh", Json.body("label", "m", "mode", "mp3")).created();
        api.send("PUT", "/moh/" + moh.get("uuid").stringValue() + "/files/a.mp3", "bytes")
                .done();
        String groupPath = "/groups/" + group.get("id");
        String boardPath = "/switchboards/" + board.get("uuid").stringValue();
        api.put(groupPath + "/members/users", users).done();
        api.put(boardPath + "/members/users", users).done();
        api.put(groupPath + "/fallbacks", Json.body("noanswer_destination", toUser))
                .done();
        api.put(boardPath + "/fallbacks", Json.body("noanswer_destination", toUser))
                .done();
        api.put("/users/" + user.get("id") + "/fallbacks", Json.body("fail_destination", toUser))
                .done();
        for (String path : List.of(groupPath, "/users/" + user.get("id"))) {
            api.put(path + "/schedules/" + schedule.get("id")).done();
        }
        dial(api, context, "700", "/parkinglots/" + lot.get("id"));
        incall(api, context, "600", toUser);
        incall(api, context, "601", Json.body("type", "group", "group_id", group.get("id")));
        incall(api, context, "602", Json.body("type", "ivr", "ivr_id", ivr.get("id")));
        incall(api, context, "603", Json.body("type", "conference", "conference_id", conference.get("id")));
        incall(api, context, "604", Json.body("type", "switchboard", "switchboard_uuid", board.get("uuid")));
    }

    private static void incall(Client api, JsonNode context, String exten, JsonNode destination) {
        JsonNode incall =
                api.post("/incalls", Json.body("destination", destination)).created();
        JsonNode outside = context(api, "incall");
        dial(api, outside, exten, "/incalls/" + incall.get("id"));
    }

    private static JsonNode context(Client api, String type) {
        return api.post("/contexts", Json.body("label", "outside", "type", type))
                .created();
    }

    private static void dial(Client api, JsonNode context, String exten, String path) {
        JsonNode extension = api.post("/extensions", Json.body("exten", exten, "context", context.get("name")))
                .created();
        api.put(path + "/extensions/" + extension.get("id")).done();
    }

    private static JsonNode template(Client api, List<JsonNode> templates) {
        return api.post("/endpoints/sip/templates", Json.body("templates", templates))
                .created();
    }
}
