package dev.dovetail.examples.telephony.crash;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the server as a process of its own, from the jar that people run. */
final class ServerProcess {
    static final String TOKEN = "crash-test";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server and waits until it answers. */
    static ServerProcess start(Path jar, String db, String bus, String failpoint, Path log) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        if (!failpoint.isEmpty()) {
            command.add("-Ddovetail.failpoint=" + failpoint);
        }
        command.addAll(List.of("-jar", jar.toString(), "--port=" + port, "--db=" + db, "--bus=" + bus));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        builder.environment().put("DOVETAIL_DEV_TOKEN", TOKEN);
        ServerProcess server = new ServerProcess(builder.start(), port);
        server.awaitAnswer(log);
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/1.1";
    }

    private void awaitAnswer(Path log) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/infos"))
                .timeout(Duration.ofSeconds(5))
                .header("X-Auth-Token", TOKEN)
                .build();
        for (int i = 0; i < 600; i++) {
            try {
                if (HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(
                            "the server has ended with " + process.exitValue() + ", see " + log);
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the server does not answer, see " + log);
    }

    /** Ends it by SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ends it by SIGTERM. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    boolean awaitEnd(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }
}
