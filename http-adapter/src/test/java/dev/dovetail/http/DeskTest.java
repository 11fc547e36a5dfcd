package dev.dovetail.http;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Desks;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Has desks served over each store, none at the start of each test, and hears what is announced. */
@ParameterizedClass(name = "{0}")
@EnumSource(Stores.class)
abstract class DeskTest {
    @Parameter
    Stores store;

    final List<String> heard = new CopyOnWriteArrayList<>();
    SampleServer server;

    @BeforeEach
    void serve() {
        server = SampleServer.start(
                store,
                registry -> registry.plugins(Desks.plugins()).listener(event -> heard.add(event.data(Desks.SAID))),
                this::options);
    }

    HttpApi.Builder options(HttpApi.Builder api) {
        return api;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Sends a body that is written with single quotes. */
    Answer post(String path, String body) {
        return server.post(path, body.replace('\'', '"'));
    }

    Answer put(String path, String body) {
        return server.put(path, body.replace('\'', '"'));
    }

    /** Returns what is at a pointer of an object, written with single quotes. */
    String shown(String path, String pointer) {
        return text(server.get(path), pointer);
    }

    static String text(Answer answer, String pointer) {
        return answer.json().at(pointer).toString().replace('"', '\'');
    }
}
