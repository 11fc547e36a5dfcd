package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.examples.quickstart.device.Devices;
import dev.dovetail.examples.quickstart.user.Users;
import dev.dovetail.examples.quickstart.userdevice.UserDevices;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps what the documents show the same as what is compiled and run here. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path SOURCES = Path.of("src", "test", "java");
    private static final Pattern CODE = Pattern.compile("```(java|sql)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)(#[^)]*)?\\)");

    private static List<String> code(String language, String document) throws IOException {
        Matcher blocks = CODE.matcher(Files.readString(ROOT.resolve(document)));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            if (blocks.group(1).equals(language)) {
                found.add(blocks.group(2));
            }
        }
        return found;
    }

    @Test
    void readmeShowsTheQuickStart() throws Exception {
        String source = Files.readString(Path.of("src/main/java/dev/dovetail/examples/quickstart/InMemory.java"));
        String shown = source.substring(source.indexOf("import "));
        assertThat(code("java", "README.md")).contains(shown);
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        assertThat(lines.indexOf("```java")).isLessThan(20);
        assertThat(shown.lines()).hasSizeLessThanOrEqualTo(40);
        assertThat(shown.lines().filter(line -> line.startsWith("import dev.dovetail.")))
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void theGuideShowsWhatCompiles() throws Exception {
        List<String> sources;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            sources =
                    files.filter(Files::isRegularFile).map(DocumentsTest::read).toList();
        }
        List<String> shown = code("java", "core/GUIDE.md");
        assertThat(shown)
                .hasSize(3)
                .allSatisfy(block -> assertThat(sources)
                        .anySatisfy(source -> assertThat(source).contains(block)));
    }

    @ParameterizedTest
    @CsvSource({
        "core/README.md, core/files/src/test/java/example/guide, 20",
        "core/CONTRACTS.md, core/test/src, 2",
        "examples/unit-testing/README.md, examples/unit-testing/src, 7",
    })
    void showsWhatIsRunElsewhere(String document, String sources, int blocks) throws Exception {
        List<String> known;
        try (Stream<Path> files = Files.walk(ROOT.resolve(sources))) {
            known = files.filter(Files::isRegularFile)
                    .map(file -> flush(read(file)))
                    .toList();
        }
        assertThat(code("java", document))
                .hasSize(blocks)
                .allSatisfy(block -> assertThat(known)
                        .anySatisfy(source -> assertThat(source).contains(flush(block))));
    }

    /** Returns code without the indentation of its lines. */
    private static String flush(String code) {
        return code.replaceAll("(?m)^ +", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "ARCHITECTURE.md",
                "CONTRIBUTING.md",
                "CHANGELOG.md",
                "core/README.md",
                "core/GUIDE.md",
                "core/CONTRACTS.md",
                "core/CONCURRENCY.md",
                "examples/spring-boot/README.md",
                "examples/telephony/README.md",
                "examples/unit-testing/README.md"
            })
    void linksLeadSomewhere(String document) throws Exception {
        Matcher links = LINK.matcher(Files.readString(ROOT.resolve(document)));
        while (links.find()) {
            assertThat(ROOT.resolve(document).resolveSibling(links.group(1))).exists();
        }
    }

    @Test
    void addsWhatTheGuideAdds() throws Exception {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:documents", "", "");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table users (id integer generated by default as identity primary key, name varchar)");
            for (String table : code("sql", "core/GUIDE.md")) {
                statement.execute(table);
            }
            addsDevices(MyBatisStore.builder(database)
                    .codec(JacksonCodec.create())
                    .build()
                    .createOutbox());
        } finally {
            database.dispose();
        }
    }

    private static void addsDevices(Store store) throws Exception {
        try (PluginRegistry registry = PluginRegistry.on(store)
                        .plugins(ResourcePlugin.of(Users.USERS), Devices.PLUGIN, UserDevices.PLUGIN)
                        .load();
                HttpServer server =
                        HttpServer.start(HttpApi.of(registry).openToAll().build())) {
            String url = server.url();
            assertThat(send("POST", url + "/users", "{\"name\": \"Ann\"}")).startsWith("201");
            assertThat(send("POST", url + "/devices", "{\"label\": \"\"}")).startsWith("400");
            assertThat(send("POST", url + "/devices", "{\"label\": \"d\", \"vendor\": \"v\"}"))
                    .startsWith("201");
            assertThat(send("POST", url + "/devices", "{\"label\": \"d\"}")).startsWith("409");
            assertThat(send("POST", url + "/devices", "{\"label\": \"e\"}")).startsWith("201");
            assertThat(send("PUT", url + "/users/1/devices/2", "")).startsWith("422");
            assertThat(send("PUT", url + "/users/1/devices/1", "")).startsWith("204");
            assertThat(send("GET", url + "/users/1", ""))
                    .isEqualTo("200 {\"id\":1,\"name\":\"Ann\",\"devices\":[{\"id\":1,\"label\":\"d\"}]}");
            assertThat(send("GET", url + "/users?device=d", "")).startsWith("200 {\"total\":1");
            assertThat(send("GET", url + "/users?device=e", "")).startsWith("200 {\"total\":0");
        }
    }

    private static String send(String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
