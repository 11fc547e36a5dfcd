package dev.dovetail.examples.telephony.crash;

import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Creates SIP endpoints, edits each four times and deletes every other one; the label tells the state, and each event
 * has it. After a crash it finds out whether the write that was under way has been made.
 */
final class Writer extends Thread {
    private static final int EDITS = 4;
    private static final String PATH = "/endpoints/sip";

    private final int number;
    private final Ledger ledger;
    private final Supplier<List<String>> nodes;
    private final long pauseMillis;
    private volatile boolean ended;
    private int calls;

    /**
     * Makes a writer.
     *
     * @param nodes the servers that run, which take turns
     */
    Writer(int number, Ledger ledger, Supplier<List<String>> nodes, long pauseMillis) {
        super("writer-" + number);
        this.number = number;
        this.ledger = ledger;
        this.nodes = nodes;
        this.pauseMillis = pauseMillis;
        setDaemon(true);
    }

    void end() {
        ended = true;
    }

    @Override
    public void run() {
        for (int object = 0; !ended; object++) {
            String name = "w" + number + "-" + object + "-";
            String uuid = create(name + 0);
            if (uuid == null) {
                continue;
            }
            int state = 0;
            for (int edit = 0; edit < EDITS && !ended; edit++) {
                if (edit(uuid, name + (state + 1))) {
                    state++;
                }
            }
            if (object % 2 == 0 && !ended) {
                delete(uuid, name + state);
            }
        }
    }

    private Client api() {
        while (true) {
            List<String> running = nodes.get();
            if (!running.isEmpty()) {
                return Client.of(running.get(calls++ % running.size())).token(ServerProcess.TOKEN);
            }
            pause(20);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the answer, or null if there was none. */
    private Reply send(Supplier<Reply> request) {
        pause(pauseMillis);
        try {
            Reply reply = request.get();
            return reply.status() >= 500 ? null : reply;
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    /** Asks until there is an answer. */
    private Reply ask(String path) {
        while (true) {
            Client api = api();
            try {
                Reply reply = api.get(path);
                if (reply.status() < 500) {
                    return reply;
                }
            } catch (UncheckedIOException e) {
                pause(50);
            }
        }
    }

    private String create(String label) {
        Client api = api();
        Reply reply = send(() -> api.post(PATH, Json.body("label", label)));
        if (reply != null) {
            String uuid = reply.created().get("uuid").stringValue();
            ledger.made(uuid, "created " + label, true);
            return uuid;
        }
        List<JsonNode> items = ask(PATH + "?label=" + label).items();
        if (items.isEmpty()) {
            return null;
        }
        String uuid = items.get(0).get("uuid").stringValue();
        ledger.made(uuid, "created " + label, false);
        return uuid;
    }

    private boolean edit(String uuid, String label) {
        Client api = api();
        Reply reply = send(() -> api.put(PATH + "/" + uuid, Json.body("label", label)));
        if (reply != null && reply.status() == 204) {
            ledger.made(uuid, "edited " + label, true);
            return true;
        }
        Reply item = ask(PATH + "/" + uuid);
        if (item.status() == 404) {
            ledger.vanished(uuid);
            return false;
        }
        boolean made = item.found().get("label").stringValue().equals(label);
        if (made) {
            ledger.made(uuid, "edited " + label, false);
        }
        return made;
    }

    private void delete(String uuid, String label) {
        Client api = api();
        Reply reply = send(() -> api.delete(PATH + "/" + uuid));
        if (reply != null && reply.status() == 204) {
            ledger.made(uuid, "deleted " + label, true);
        } else if (ask(PATH + "/" + uuid).status() == 404) {
            ledger.made(uuid, "deleted " + label, false);
        }
    }
}
