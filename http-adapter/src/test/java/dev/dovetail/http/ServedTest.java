package dev.dovetail.http;

import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Has the sample served over each store, empty at the start of each test. */
@ParameterizedClass(name = "{0}")
@EnumSource(Stores.class)
abstract class ServedTest {
    @Parameter
    Stores store;

    SampleServer server;

    @BeforeEach
    void serve() {
        server = SampleServer.start(store, this::options);
    }

    HttpApi.Builder options(HttpApi.Builder api) {
        return api;
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
