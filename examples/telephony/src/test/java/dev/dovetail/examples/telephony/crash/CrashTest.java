package dev.dovetail.examples.telephony.crash;

import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.notification.broker.TestBroker;
import dev.dovetail.notification.broker.TestProxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Kills servers under load, cuts them off from the broker and lets two of them share the work, and counts at the broker
 * what has become of the events. A program, run by {@code bin/crash-test}; exits with 1 if a count is not what it must
 * be.
 *
 * <p>Needs the runnable jar and a real broker, named by {@code DOVETAIL_TEST_AMQP}.
 */
public final class CrashTest {
    private static final int WRITERS = 4;
    private static final int WRITES_BETWEEN_KILLS = 200;
    private static final int FAILPOINT_EVENTS = 300;
    private static final int CREATIONS = 5_000;
    private static final List<String> FAILPOINTS = List.of("before-publish", "before-confirm", "before-mark");

    private final Path jar;
    private final Path log;
    private final String bus = TestBroker.real()
            .orElseThrow(() -> new IllegalStateException("needs a real broker: set " + TestBroker.AMQP));
    private final Ledger ledger = new Ledger();
    private final List<String> nodes = new CopyOnWriteArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private final String db;

    private CrashTest(Path jar, String database) throws Exception {
        this.jar = jar;
        Path folder = Files.createTempDirectory("dovetail-crash-test");
        this.log = folder.resolve("server.log");
        this.db = database.equals("h2") ? "h2:" + folder.resolve("telephony") : TestPostgresql.newDatabase();
        System.out.printf("%n%s; log %s%n", database, log);
    }

    /** Runs it: the jar, then what to do (kills, broker, nodes, measure, cpu), the database, and how many kills. */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]).toAbsolutePath();
        CrashTest test = new CrashTest(jar, arguments[2]);
        boolean good = switch (arguments[1]) {
            case "kills" -> test.kills(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
            case "broker" -> test.brokerAway(Duration.ofSeconds(Integer.parseInt(arguments[3])));
            case "nodes" -> test.twoNodes();
            case "measure" -> test.measure() && test.drain();
            case "cpu" -> test.cpu();
            default -> throw new IllegalArgumentException(arguments[1]);
        };
        System.exit(good ? 0 : 1);
    }

    private ServerProcess start(String to, String failpoint) throws Exception {
        return ServerProcess.start(jar, db, to, failpoint, log);
    }

    private Subscriber subscribe(ServerProcess server) throws Exception {
        return Subscriber.to(bus, installation(server));
    }

    private static String installation(ServerProcess server) {
        return Client.of(server.url())
                .token(ServerProcess.TOKEN)
                .get("/infos")
                .found()
                .get("uuid")
                .stringValue();
    }

    private void write(int number, long pauseMillis) {
        for (int i = 0; i < number; i++) {
            Writer writer = new Writer(writers.size(), ledger, () -> nodes, pauseMillis);
            writers.add(writer);
            writer.start();
        }
    }

    private void stopWriting() throws InterruptedException {
        for (Writer writer : writers) {
            writer.end();
        }
        for (Writer writer : writers) {
            writer.join();
        }
        writers.clear();
    }

    private void awaitWrites(long number) throws InterruptedException {
        long until = ledger.acknowledged() + number;
        while (ledger.acknowledged() < until) {
            Thread.sleep(5);
        }
    }

    /** Waits until everything has come, or nothing has for a minute and a half. */
    private Duration awaitEvents(Subscriber subscriber) throws InterruptedException {
        long begun = System.nanoTime();
        long last = System.nanoTime();
        int before = subscriber.size();
        while (subscriber.distinct() < ledger.total()
                && System.nanoTime() - last < Duration.ofSeconds(90).toNanos()) {
            Thread.sleep(50);
            if (subscriber.size() > before) {
                before = subscriber.size();
                last = System.nanoTime();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Thread.sleep(2_000); // what should not come had time to
        return took;
    }

    private static Verdict tell(String what, Ledger ledger, Subscriber subscriber) {
        Verdict verdict = Verdict.of(ledger, subscriber.heard());
        System.out.printf(
                "%-46s %8s %8s %9s %9s %8s %8s%n", "", "writes", "lost", "invented", "disorder", "new id", "repeats");
        System.out.printf(
                "%-46s %8d %8d %9d %9d %8d %8d%n",
                what,
                verdict.writes(),
                verdict.lost(),
                verdict.invented(),
                verdict.disordered(),
                verdict.renamed(),
                verdict.repeats());
        verdict.faults().forEach(fault -> System.out.println("  " + fault));
        return verdict;
    }

    private boolean kills(int random, int each) throws Exception {
        ServerProcess first = start(bus, "");
        List<String> rounds = new ArrayList<>();
        for (int i = 0; i < Math.max(random, each); i++) {
            if (i < random) {
                rounds.add("");
            }
            if (i < each) {
                rounds.addAll(FAILPOINTS);
            }
        }
        long fewest = Long.MAX_VALUE;
        boolean good;
        try (Subscriber subscriber = subscribe(first)) {
            first.stop();
            write(WRITERS, 0);
            for (String failpoint : rounds) {
                fewest = Math.min(fewest, round(failpoint));
            }
            ServerProcess last = start(bus, "");
            nodes.add(last.url());
            stopWriting();
            Duration took = awaitEvents(subscriber);
            last.stop();
            System.out.printf(
                    "SIGKILL %d times at random moments; halted %d times at each of %s%n"
                            + "at least %d acknowledged writes between two; %d acknowledged in all, %d more found to have been"
                            + " made; the last events came %.1f s after the last write%n",
                    random, each, FAILPOINTS, fewest, ledger.acknowledged(), ledger.found(), took.toMillis() / 1e3);
            good = tell("counted at the broker", ledger, subscriber).good() && fewest >= WRITES_BETWEEN_KILLS;
        }
        return good;
    }

    /** Returns how many writes were acknowledged before the end of the server. */
    private long round(String failpoint) throws Exception {
        long before = ledger.acknowledged();
        ServerProcess server = start(bus, failpoint.isEmpty() ? "" : failpoint + ":" + FAILPOINT_EVENTS);
        nodes.add(server.url());
        if (failpoint.isEmpty()) {
            awaitWrites(WRITES_BETWEEN_KILLS);
            Thread.sleep(ThreadLocalRandom.current().nextLong(500));
            server.kill();
        } else if (!server.awaitEnd(Duration.ofMinutes(2)) || server.exitCode() != 137) {
            throw new IllegalStateException("the server has not ended at " + failpoint);
        }
        nodes.clear();
        return ledger.acknowledged() - before;
    }

    private boolean brokerAway(Duration away) throws Exception {
        URI broker = URI.create(bus);
        try (TestProxy proxy = TestProxy.to(broker.getHost(), broker.getPort() < 0 ? 5672 : broker.getPort())) {
            ServerProcess server = start("amqp://" + broker.getUserInfo() + "@127.0.0.1:" + proxy.port(), "");
            try (Subscriber subscriber = subscribe(server)) {
                nodes.add(server.url());
                write(WRITERS, 5);
                awaitWrites(500);
                proxy.cut();
                long before = ledger.acknowledged();
                Thread.sleep(away.toMillis());
                long written = ledger.acknowledged() - before;
                long backlog = ledger.total() - subscriber.distinct();
                proxy.mend();
                long mended = System.nanoTime();
                while (ledger.total() - subscriber.distinct() > 50) {
                    Thread.sleep(20);
                }
                Duration drained = Duration.ofNanos(System.nanoTime() - mended);
                stopWriting();
                awaitEvents(subscriber);
                server.stop();
                System.out.printf(
                        "the broker was away for %d s: %d writes acknowledged meanwhile, %d events waiting at the end,"
                                + " %.1f s until they had come (under load, the wait for the next try included)%n",
                        away.toSeconds(), written, backlog, drained.toMillis() / 1e3);
                return tell("counted at the broker", ledger, subscriber).good() && written > 0;
            }
        }
    }

    private boolean twoNodes() throws Exception {
        ServerProcess one = start(bus, "");
        ServerProcess two = start(bus, "");
        try (Subscriber subscriber = subscribe(one)) {
            nodes.addAll(List.of(one.url(), two.url()));
            write(WRITERS, 0);
            awaitWrites(5_000);
            stopWriting();
            awaitEvents(subscriber);
            Verdict calm = tell("two nodes, no faults", ledger, subscriber);

            write(WRITERS, 0);
            awaitWrites(1_000);
            two.kill();
            nodes.remove(two.url());
            awaitWrites(1_000);
            stopWriting();
            Duration took = awaitEvents(subscriber);
            one.stop();
            System.out.printf(
                    "one of them killed under load; the last events came %.1f s after the last write%n",
                    took.toMillis() / 1e3);
            Verdict killed = tell("two nodes, one killed", ledger, subscriber);
            return calm.good() && calm.repeats() == 0 && killed.good();
        }
    }

    private boolean measure() throws Exception {
        ServerProcess server = start(bus, "");
        try (Subscriber subscriber = subscribe(server)) {
            nodes.add(server.url());
            write(WRITERS, 0);
            awaitWrites(3_000);
            stopWriting();
            awaitEvents(subscriber);
            int from = subscriber.size();
            write(1, 20);
            awaitWrites(1_000);
            stopWriting();
            awaitEvents(subscriber);
            latency("one writer, about 40 writes a second", subscriber, from);
            from = subscriber.size();
            long begun = System.nanoTime();
            write(WRITERS, 0);
            awaitWrites(6_000);
            stopWriting();
            double seconds = (System.nanoTime() - begun) / 1e9;
            awaitEvents(subscriber);
            latency("four writers at full speed, %.0f writes a second".formatted(6_000 / seconds), subscriber, from);
            server.stop();
            return tell("counted at the broker", ledger, subscriber).good();
        }
    }

    /** Measures how fast events go out that wait, with nothing else to do. */
    private boolean drain() throws Exception {
        URI broker = URI.create(bus);
        try (TestProxy proxy = TestProxy.to(broker.getHost(), broker.getPort() < 0 ? 5672 : broker.getPort())) {
            ServerProcess server = start("amqp://" + broker.getUserInfo() + "@127.0.0.1:" + proxy.port(), "");
            nodes.clear();
            try (Subscriber subscriber = subscribe(server)) {
                proxy.cut();
                nodes.add(server.url());
                long before = ledger.total();
                write(WRITERS, 0);
                awaitWrites(8_000);
                stopWriting();
                proxy.mend();
                while (subscriber.size() == 0) {
                    Thread.sleep(1);
                }
                long begun = System.nanoTime();
                int first = subscriber.size();
                while (subscriber.size() < ledger.total() - before) {
                    Thread.sleep(1);
                }
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf(
                        "the relay published %d waiting events in %.2f s: %.0f a second%n",
                        subscriber.size() - first, seconds, (subscriber.size() - first) / seconds);
                server.stop();
                return true;
            }
        }
    }

    /** Measures what events cost the server: creations without anybody to tell, and the same with a bus. */
    private boolean cpu() throws Exception {
        double without = cpuPerCreation("none");
        double with = cpuPerCreation(bus);
        double again = cpuPerCreation("none");
        System.out.printf(
                "CPU of the server per creation over HTTP: %.0f us without a bus (%.0f us before, %.0f us after), %.0f us with:"
                        + " ratio %.2f%n",
                (without + again) / 2, without, again, with, with / ((without + again) / 2));
        return true;
    }

    private double cpuPerCreation(String to) throws Exception {
        ServerProcess server = start(to, "");
        Client api = Client.of(server.url()).token(ServerProcess.TOKEN);
        create(api, CREATIONS);
        Duration before = server.cpu();
        create(api, CREATIONS);
        Thread.sleep(1_000); // what is left to be published
        Duration spent = server.cpu().minus(before);
        server.stop();
        return spent.toNanos() / 1e3 / CREATIONS;
    }

    private static void create(Client api, int number) {
        for (int i = 0; i < number; i++) {
            api.post("/endpoints/sip", Json.body("label", "x")).created();
        }
    }

    private static void latency(String what, Subscriber subscriber, int from) {
        List<Subscriber.Heard> all = subscriber.heard();
        List<Subscriber.Heard> some = all.subList(from, all.size());
        System.out.printf(
                "from announcement (before the commit) to subscriber: %s: p50 %.1f ms, p99 %.1f ms, %d events%n",
                what, Subscriber.percentile(some, 50), Subscriber.percentile(some, 99), some.size());
    }
}
