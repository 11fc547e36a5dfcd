package dev.dovetail.benchmarks.http;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What is measured on mailboxes, and on the lines of users. */
final class VoicemailOperations {
    private static final String PATH = "/voicemails";
    /** How many users each of the connections has to itself. */
    private static final int USERS_EACH = 300;

    private final int rows;
    /** Digits that no earlier run has used. */
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() * 1_000_000);

    VoicemailOperations(int rows) {
        this.rows = rows;
    }

    List<Operation> all() {
        return List.of(
                get(),
                Operation.reading("list0", () -> page(0)),
                Operation.reading("list5000", () -> page(5000)),
                Operation.reading("search", () -> search("&order=number")),
                Operation.writing("create", this::create),
                Operation.writing("edit", this::edit),
                new Operation("assoc", true, Links::new),
                Operation.reading("invalid", VoicemailOperations::invalid));
    }

    Operation get() {
        return Operation.reading("get", () -> Exchange.get(PATH + "/" + anyRow()));
    }

    /** Searches by one of the last names. */
    static Exchange search(String further) {
        String name = Names.LAST.get(ThreadLocalRandom.current().nextInt(Names.LAST.size()));
        return Exchange.get(PATH + "?search=" + name.toLowerCase(Locale.ROOT) + "&limit=20" + further);
    }

    private static Exchange page(int offset) {
        return Exchange.get(PATH + "?order=number&limit=50&offset=" + offset);
    }

    private Exchange create() {
        long number = numbers.incrementAndGet();
        return Exchange.of(
                "POST",
                PATH,
                201,
                "{\"name\":\"New " + number + "\",\"number\":\"" + number + "\",\"context\":\"load\",\"email\":\"new"
                        + number % 1_000_000
                        + "@example.org\",\"language\":\"en_GB\",\"timezone\":\"eu-fr\",\"maxMessages\":"
                        + number % 100 + ",\"attachAudio\":true,\"deleteMessages\":false,\"askPassword\":true,"
                        + "\"enabled\":true}");
    }

    private Exchange edit() {
        int messages = ThreadLocalRandom.current().nextInt(100);
        return Exchange.of("PUT", PATH + "/" + anyRow(), 204, "{\"maxMessages\":" + messages + "}");
    }

    private static Exchange invalid() {
        return Exchange.of(
                "POST", PATH, 400, "{\"name\":\"\",\"number\":\"x\",\"context\":\"load\",\"maxMessages\":-5}");
    }

    private int anyRow() {
        return 1 + ThreadLocalRandom.current().nextInt(rows);
    }

    /** Gives one user after another the line of the next, and takes it away. */
    private static final class Links implements Supplier<Exchange> {
        private final int first;
        private int turn;

        Links(int connection) {
            this.first = 1 + connection * USERS_EACH;
        }

        @Override
        public Exchange get() {
            int user = first + turn / 2 % USERS_EACH;
            String path = "/users/" + user + "/lines/" + (user + 1);
            return Exchange.of(turn++ % 2 == 0 ? "PUT" : "DELETE", path, 204);
        }
    }
}
