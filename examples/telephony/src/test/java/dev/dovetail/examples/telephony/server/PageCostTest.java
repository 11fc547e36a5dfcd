package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.auth.FixedAuthentication;
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
    private static final int MOST = 20;
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
            "/endpoints/custom",
            "/endpoints/sip",
            "/callpermissions",
            "/agents/skills",
            "/agents",
            "/queues/skillrules",
            "/queues",
            "/pagings",
            "/callpickups",
            "/callfilters");

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
        String url = node == Node.H2 ? "mem" : TestPostgresql.newDatabase();
        try (Database database = Database.open(DatabaseUrl.parse(url, Optional.empty()));
                PluginRegistry registry = PluginRegistry.on(
                                MyBatisStore.builder(counting(DataSource.class, database.dataSource()))
                                        .codec(JacksonCodec.snakeCase())
                                        .build()
                                        .createOutbox())
                        .plugins(Plugins.all(database.installation(), AUTHENTICATION))
                        .sender(Sysconfd.TARGET, CommandSender.none())
                        .load();
                HttpServer server =
                        HttpServer.builder().host("127.0.0.1").port(0).start(Api.of(registry, AUTHENTICATION))) {
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
     * Makes more than a page of contexts, each including the one before, and in each of them a user with a voicemail and a
     * line, whose SIP endpoint has templates that have templates, and an extension.
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
            JsonNode template = template(api, List.of(Json.body("uuid", above.get("uuid"))));
            JsonNode endpoint = Json.body("templates", List.of(Json.body("uuid", template.get("uuid"))));
            JsonNode name = context.get("name");
            JsonNode line = Json.body(
                    "context", name, "endpoint_sip", endpoint, "extensions", List.of(Json.body("exten", "1")));
            JsonNode voicemail = Json.body("number", "1", "context", name);
            JsonNode user = api.post(
                            "/users", Json.body("firstname", "u" + i, "lines", List.of(line), "voicemail", voicemail))
                    .created();
            workWith(api, user, i);
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
        JsonNode all = Json.body("name", "" + i, "strategy", "all", "source", "all");
        String filter =
                "/callfilters/" + api.post("/callfilters", all).created().get("id");
        api.put(filter + "/surrogates/users", users).done();
    }

    private static JsonNode template(Client api, List<JsonNode> templates) {
        return api.post("/endpoints/sip/templates", Json.body("templates", templates))
                .created();
    }
}
