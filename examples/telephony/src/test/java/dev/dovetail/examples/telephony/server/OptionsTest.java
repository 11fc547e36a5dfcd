package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.examples.telephony.setup.SetupException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @TempDir
    private Path folder;

    private static Options parse(String... arguments) {
        return Launcher.options(arguments, new PrintWriter(new StringWriter()));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void hasDefaults() {
        Options options = parse();
        assertThat(options.port).isEqualTo(9486);
        assertThat(options.host).isEqualTo("127.0.0.1");
        assertThat(options.databaseUrl(Map.of()).shown()).endsWith("/data/telephony");
        assertThat(options.isDevelopment()).isTrue();
        assertThat(options.authCache).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.sysconfdUrl()).isEmpty();
        assertThat(options.seed).isNull();
        assertThat(options.without).isEmpty();
        assertThat(options.trustedProxies).isEmpty();
        assertThat(options.corsOrigins).isEmpty();
        assertThat(options.compress).isFalse();
    }

    @Test
    void readsTheCommandLine() {
        Options options = parse(
                "--port",
                "0",
                "--db=mem",
                "--auth",
                "http://a:b@auth:9497",
                "--auth-cache",
                "500ms",
                "--sysconfd",
                "http://sys:8668",
                "--seed",
                "x.yaml",
                "--without",
                "users,voicemails",
                "--host",
                "0.0.0.0");
        assertThat(options.port).isZero();
        assertThat(options.authUrl()).hasValueSatisfying(url -> assertThat(url).hasHost("auth"));
        assertThat(options.authCache).isEqualTo(Duration.ofMillis(500));
        assertThat(options.sysconfdUrl()).isPresent();
        assertThat(options.without).containsExactly("users", "voicemails");
    }

    @Test
    void readsWhatMayBeGivenOften() throws IOException {
        Options options = parse(
                "--trusted-proxy=10.0.0.7",
                "--trusted-proxy=10.1.0.0/16,fd00::/8",
                "--cors-origin=https://a.example",
                "--cors-origin",
                "http://localhost:3000",
                "--compress");
        assertThat(options.trustedProxies).containsExactly("10.0.0.7", "10.1.0.0/16", "fd00::/8");
        assertThat(options.corsOrigins).containsExactly("https://a.example", "http://localhost:3000");
        assertThat(options.compress).isTrue();
        Options byFile = parse(
                "--config",
                file("c.yaml", "trusted-proxy: [10.0.0.7, '::1']\ncors-origin: https://a.example\ncompress: true\n"));
        assertThat(byFile.trustedProxies).containsExactly("10.0.0.7", "::1");
        assertThat(byFile.corsOrigins).containsExactly("https://a.example");
        assertThat(byFile.compress).isTrue();
    }

    @Test
    void letsTheCommandLineWin() throws IOException {
        String config = file("c.yaml", "port: 1234\nhost: localhost\nauth-cache: 0\nwithout: [users, contexts]\n");
        Options options = parse("--config", config, "--port", "5678");
        assertThat(options.port).isEqualTo(5678);
        assertThat(options.host).isEqualTo("localhost");
        assertThat(options.authCache).isZero();
        assertThat(options.without).containsExactly("users", "contexts");
        assertThat(parse("--config", config, "--without", "voicemails").without).containsExactly("voicemails");
    }

    @Test
    void refusesUnknownKeysWithTheirLine() throws IOException {
        String config = file("c.yaml", "port: 1234\n\nprot: 5\n");
        assertThatThrownBy(() -> parse("--config", config))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("c.yaml, line 3: unknown key 'prot'");
    }

    @Test
    void readsTheBusAndShowsNoPassword() {
        Options options = parse("--bus", "amqp://ann:s3cret@bus/vh");
        assertThat(options.busServer(Map.of("DOVETAIL_BUS_PASSWORD", "other")))
                .hasValueSatisfying(server -> assertThat(server).hasToString("amqp://bus/vh"));
        assertThat(parse().busServer(Map.of())).isEmpty();
    }

    @Test
    void takesThePasswordFromElsewhere() throws IOException {
        Options options = parse("--db", "postgresql://ann@h/tel");
        assertThat(options.databaseUrl(Map.of("DOVETAIL_DB_PASSWORD", "env")).password())
                .isEqualTo("env");
        Options byFile = parse("--db", "postgresql://ann@h/tel", "--db-password-file", file("pw", "from file\n"));
        assertThat(byFile.databaseUrl(Map.of("DOVETAIL_DB_PASSWORD", "env")).password())
                .isEqualTo("from file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port x",
                "--port 65536",
                "--port -1",
                "--nope",
                "stray",
                "--port",
                "--port 1 --port 2",
                "--host 0.0.0.0",
                "--host no-such-host.invalid",
                "--db oracle",
                "--db postgresql://ann:s3cret@h",
                "--bus http://guest:s3cret@127.0.0.1:5672",
                "--sysconfd localhost",
                "--auth http://a:s3cret@ho_st",
                "--auth ftp://a:s3cret@host",
                "--auth-cache soon",
                "--auth-cache 10",
                "--config no-such.yaml",
                "--clean-tenants",
                "--clean-tenants --auth dev",
                "--trusted-proxy proxy.example",
                "--trusted-proxy 10.0.0.0/33",
                "--cors-origin console.example",
                "--cors-origin https://console.example/",
                "--db postgresql://a@b/c --db-password-file no-such-file"
            })
    void refusesMistakesInOneLine(String line) {
        StringWriter printed = new StringWriter();
        java.io.PrintStream before = System.err;
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        System.setErr(new java.io.PrintStream(err, true));
        try {
            assertThat(Launcher.run(line.split(" "))).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        List<String> lines = err.toString().lines().toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("dovetail-telephony: ").doesNotContain("s3cret");
        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void tellsHelp() {
        StringWriter printed = new StringWriter();
        assertThat(Launcher.options(new String[] {"--help"}, new PrintWriter(printed, true)))
                .isNull();
        assertThat(printed.toString())
                .contains("--auth-cache", "--without", "--seed", "--bus", "amqp://")
                .contains("--trusted-proxy", "--cors-origin", "--compress");
    }
}
