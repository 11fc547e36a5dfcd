package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCheckTest {
    private static final int MISTAKE = 2;

    @TempDir
    private Path folder;

    @Test
    void endsAfterAStartThatWentWell() {
        assertThat(Launcher.run("--check", "--port=0", "--db=h2:" + folder.resolve("x")))
                .isZero();
        try (TelephonyServer server = TelephonyServer.start(List.of("--port=0", "--db=h2:" + folder.resolve("x")))) {
            assertThat(server.url()).as("the file is free again").isNotEmpty();
        }
    }

    @Test
    void tellsWhatAStartWouldFailOf() throws IOException {
        Path seed = Files.writeString(folder.resolve("seed.yaml"), "contexts: [{lable: x}]");
        assertThat(Launcher.run("--check", "--port=0", "--db=mem", "--seed=" + seed))
                .isEqualTo(MISTAKE);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Launcher.run("--check", "--port=" + taken.getLocalPort(), "--db=mem"))
                    .isEqualTo(MISTAKE);
        }
    }
}
