package dev.dovetail.dao.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.notification.outbox.Outbox;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints how many commits a second there are, each of which edits one row:
 * {@code ./mvnw test -pl core -Pslow -Dtest=FileStoreFigures -Dmaven.test.redirectTestOutputToFile=false}.
 */
@Tag("slow")
class FileStoreFigures {
    private static final long SECONDS = 4;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 10_000})
    void commitsPerSecond(int rows) throws Exception {
        double plain;
        double announced;
        try (Phones phones = Phones.open(directory)) {
            phones.run(() -> {
                for (int i = 1; i <= rows; i++) {
                    phones.users.create(Phones.User.of("user" + i).withEmail(i + "@example.org"));
                }
            });
            plain = perSecond(phones, rows, false);
            announced = perSecond(phones, rows, true);
        }
        long start = System.nanoTime();
        try (Phones again = Phones.open(directory)) {
            double opened = (System.nanoTime() - start) / 1e6;
            System.out.printf(
                    "%,d rows, %,d bytes: %.0f commits/s without an event, %.0f with one, delivered; reopened in %.0f ms%n",
                    rows, Files.size(directory.resolve("users.json")), plain, announced, opened);
            assertThat(again.names()).hasSize(rows);
        }
    }

    private static double perSecond(Phones phones, int rows, boolean announce) {
        edit(phones, rows, announce, 1);
        edit(phones, rows, announce, SECONDS); // warm
        return edit(phones, rows, announce, SECONDS) / (double) SECONDS;
    }

    private static int edit(Phones phones, int rows, boolean announce, long seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000;
        int commits = 0;
        while (System.nanoTime() < end) {
            int id = commits % rows + 1;
            String name = "name" + commits++;
            Runnable edit = () -> {
                Phones.User user = phones.users.lock(id).orElseThrow();
                phones.users.update(user, user.withName(name));
            };
            if (announce) {
                phones.announcing("edited", edit);
                phones.store
                        .outbox()
                        .process(
                                10,
                                entries -> entries.stream()
                                        .map(entry -> Outbox.Result.DONE)
                                        .toList());
            } else {
                phones.run(edit);
            }
        }
        return commits;
    }
}
