package dev.dovetail.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Serves voicemails, and the lines of users, out of PostgreSQL. Takes {@code PORT}, {@code PERF_JDBC_URL} and
 * {@code PERF_DB_USER} from the environment.
 */
public final class VoicemailApp {
    static final UUID TENANT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    static final Resource<Voicemail, Integer> VOICEMAILS = Resource.of(Voicemail.class, Voicemail::id)
            .generatedKey()
            .unique(Voicemail::number, Voicemail::context)
            .readOnly(Voicemail::uuid, Voicemail::tenantUuid)
            .defaultValue(Voicemail::deleteMessages, false)
            .defaultValue(Voicemail::askPassword, true)
            .defaultValue(Voicemail::enabled, true)
            .search(Voicemail::name)
            .build();

    private static final Column<Voicemail, UUID> ID = VOICEMAILS.column(Voicemail::uuid);
    private static final Column<Voicemail, UUID> OWNER = VOICEMAILS.column(Voicemail::tenantUuid);

    record User(int id, String firstname, @Nullable String lastname) {}

    record Line(int id, String name) {}

    static final Resource<User, Integer> USERS =
            Resource.of(User.class, User::id).generatedKey().build();
    static final Resource<Line, Integer> LINES =
            Resource.of(Line.class, Line::id).generatedKey().build();
    static final Association<User, Integer, Line, Integer> USER_LINES =
            Association.between(USERS, LINES).build();

    static final ResourcePlugin<Voicemail, Integer> VOICEMAIL_PLUGIN =
            ResourcePlugin.of(VOICEMAILS).withoutUniqueRule().prepare(VoicemailApp::identified);

    static Voicemail identified(Services services, Change<Voicemail> change) {
        return change.before().isPresent()
                ? change.value()
                : Edit.of(VOICEMAILS)
                        .set(ID, services.ids().get())
                        .set(OWNER, TENANT)
                        .applyTo(change.value());
    }

    private VoicemailApp() {}

    /** Serves until the process is ended. */
    public static void main(String[] arguments) throws Exception {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(System.getenv("PERF_JDBC_URL"));
        pool.setUsername(System.getenv("PERF_DB_USER"));
        pool.setMaximumPoolSize(10);
        MyBatisStore store = MyBatisStore.builder(new HikariDataSource(pool))
                .table(VOICEMAILS, table -> table.name("voicemail").noSearchText())
                .table(LINES, table -> table.name("line"))
                .links(USER_LINES, table -> table.noSequence())
                .ownsDataSource()
                .build();
        PluginRegistry registry = PluginRegistry.on(store)
                .plugins(
                        VOICEMAIL_PLUGIN,
                        ResourcePlugin.of(USERS),
                        ResourcePlugin.of(LINES),
                        AssociationPlugin.of(USER_LINES))
                .load();
        HttpApi api = HttpApi.of(registry).openToAll().build();
        HttpServer.builder().port(Integer.parseInt(System.getenv("PORT"))).start(api);
    }
}
