package dev.dovetail.examples.telephony.testing;

import dev.dovetail.examples.telephony.coverage.Evidence;
import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.examples.telephony.server.TelephonyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Is a real server on each database, started when it is first needed and shared by all tests of the JVM. */
public enum Node {
    H2,
    POSTGRESQL;

    private final Journal journal = new Journal();
    private final StandInSysconfd sysconfd = new StandInSysconfd(journal);
    private final AtomicInteger families = new AtomicInteger();
    private TelephonyServer server;

    /** Returns the running server. */
    public synchronized TelephonyServer server() {
        if (server == null) {
            String db = this == H2 ? "mem" : TestPostgresql.newDatabase();
            server = TelephonyServer.start(
                    List.of(
                            "--port=0",
                            "--db=" + db,
                            "--auth=" + file("auth", Tenants.file()),
                            "--seed=" + file("seed", Tenants.seed()),
                            "--sysconfd=" + sysconfd.url()),
                    journal);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    private static Path file(String name, String content) {
        try {
            Path file = Files.createTempFile(
                    name, ".yaml", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns tenants that no other test has. */
    public Tenants family() {
        return Tenants.family(families.getAndIncrement());
    }

    /** Returns a client with a token of a tenant that may do everything. */
    public Client client(Object tenant) {
        return client().token("all-" + tenant);
    }

    /** Returns a client without a token. */
    public Client client() {
        return Client.of(server().url() + "/1.1");
    }

    /** Returns a client of the whole protocol, with a token of a tenant that may do everything. */
    public Client whole(Object tenant) {
        return whole().token("all-" + tenant);
    }

    /** Returns a client of the whole protocol, without a token. */
    public Client whole() {
        return Client.of(server().url() + "/api");
    }

    public StandInSysconfd sysconfd() {
        return sysconfd;
    }

    public Journal journal() {
        return journal;
    }

    /** Delivers whatever is due and waits until nothing but failing commands is left. */
    public void settle() {
        Await.until("the outbox is empty", () -> {
            server().registry().deliver();
            var backlog = server().registry().backlog();
            return backlog.entries() == backlog.failing();
        });
    }

    /** Returns what the daemon and the listeners are told of while something is done. */
    public List<String> heard(Runnable action) {
        settle();
        int start = journal.size();
        action.run();
        settle();
        return Evidence.current().heard(journal.since(start));
    }
}
