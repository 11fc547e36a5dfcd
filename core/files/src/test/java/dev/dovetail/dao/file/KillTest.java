package dev.dovetail.dao.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.query.Search;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that writes and delivers, at random moments, and counts: what it has acknowledged is there, no unit
 * is there in part, and the outbox has the events of exactly those units whose events were not delivered.
 */
class KillTest {
    @TempDir
    private Path directory;

    private final Random random = new Random();
    private final Set<Integer> acknowledged = new TreeSet<>();
    private final Map<String, String> delivered = new HashMap<>(); // ids by name
    private int repeats;

    @Test
    @Timeout(120)
    void losesNothingInThreeKills() throws Exception {
        kill(3);
    }

    @Test
    @Tag("slow")
    @Timeout(900)
    void losesNothingInFiftyKills() throws Exception {
        kill(50);
    }

    private void kill(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            int before = acknowledged.size();
            run();
            verify();
            assertThat(acknowledged.size()).isGreaterThan(before);
        }
        System.out.println("kills " + times + ", acknowledged units " + acknowledged.size() + ", delivered events "
                + delivered.size() + ", repeated deliveries " + repeats);
    }

    /** Runs the writer until some units are acknowledged, and a random time longer. */
    private void run() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int wanted = 20 + random.nextInt(200);
        long pause = random.nextInt(5_000_000);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            for (int lines = 1; line != null; lines++) {
                take(line);
                if (lines == wanted) {
                    long until = System.nanoTime() + pause;
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    process.toHandle().destroyForcibly(); // SIGKILL; the pipe stays open to be read to its end
                }
                line = output.readLine();
            }
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("killed, not ended").isEqualTo(137);
    }

    private void take(String line) {
        String[] words = line.split(" ");
        if (!line.endsWith(".")) {
            return; // the pipe was cut within the line
        }
        if (words[0].equals("unit")) {
            acknowledged.add(Integer.parseInt(words[1]));
        } else {
            String id = delivered.put(words[1], words[2]);
            repeats += id == null ? 0 : 1;
            assertThat(id == null || id.equals(words[2]))
                    .as("a repeat has the same id")
                    .isTrue();
        }
    }

    private void verify() {
        try (Phones phones = Phones.open(directory)) {
            Map<Integer, String> users = phones.users.search(Search.all()).items().stream()
                    .collect(Collectors.toMap(Phones.User::id, Phones.User::name));
            assertThat(users.keySet()).containsAll(acknowledged);
            Map<String, String> events = new HashMap<>();
            List<OutboxEntry> waiting = new ArrayList<>();
            phones.store.outbox().process(1_000_000, entries -> {
                waiting.addAll(entries);
                return entries.stream()
                        .map(entry -> new Outbox.Result("later", java.time.Instant.EPOCH))
                        .toList();
            });
            waiting.forEach(entry -> events.put(entry.name(), entry.id().toString()));
            assertThat(events).hasSameSizeAs(waiting);
            events.forEach(
                    (name, id) -> assertThat(delivered.getOrDefault(name, id)).isEqualTo(id));
            users.forEach((id, name) -> {
                assertThat(name).isEqualTo("user" + id);
                assertThat(phones.lines.find("line" + id)).isPresent();
                assertThat(phones.userLines.rights(id)).containsExactly("line" + id);
                assertThat(delivered.containsKey("event" + id) || events.containsKey("event" + id))
                        .as("event of user " + id)
                        .isTrue();
            });
            assertThat(phones.lines.search(Search.all()).total()).isEqualTo(users.size());
            assertThat(events.keySet())
                    .isSubsetOf(users.keySet().stream().map(id -> "event" + id).toList());
        }
    }
}
