package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Desks;
import dev.dovetail.http.sample.PlainStyle;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "{0}")
@EnumSource(Stores.class)
class DryRunTest {
    private final List<String> announced = Collections.synchronizedList(new ArrayList<>());
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Parameter
    Stores store;

    private SampleServer server;

    @BeforeEach
    void serve() {
        server = SampleServer.start(
                store,
                registry -> registry.plugins(Desks.plugins()).listener(event -> announced.add(event.name())),
                api -> api.routes(routes -> routes.add(Route.of("POST", "/rockets", List.of(), exchange -> {
                    done.add("launched");
                    return Response.of(204);
                }))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersACreationAndStoresNothing() {
        String body = "{\"name\": \"Desk\", \"lines\": [{\"name\": \"l\"}], \"extension\": {\"exten\": \"1\"}}";
        Answer tried = server.post("/desks?dry_run=true", body);
        assertThat(tried.status()).isEqualTo(201);
        assertThat(tried.header("Dry-Run")).contains("true");
        assertThat(tried.header("Location")).isEmpty();
        assertThat(tried.json().at("/lines/0/name").asString()).isEqualTo("l");
        for (String list : List.of("/desks", "/lines", "/extensions")) {
            assertThat(server.get(list).total()).as(list).isZero();
        }
        assertThat(announced).isEmpty();
        assertThat(server.post("/desks?dry_run=false", body).header("Dry-Run")).isEmpty();
        assertThat(server.get("/desks").total()).isEqualTo(1);
        assertThat(announced).isNotEmpty();
    }

    @Test
    void triesOutEveryWrite() {
        server.post("/desks", "{\"name\": \"Desk\"}");
        server.post("/lines", "{\"name\": \"line\", \"label\": \"l\"}");
        String before = server.get("/desks/1").body();
        announced.clear();
        for (String write : List.of(
                "PUT /desks/1 {\"name\":\"other\"}",
                "PATCH /desks/1 {\"name\":\"other\"}",
                "PUT /desks/1/lines/1 {}",
                "DELETE /desks/1 {}",
                "PUT /desks/1/lines {\"lines\":[{\"id\":1}]}",
                "PUT /desks/1/forwards {\"busy\":{\"enabled\":true}}")) {
            String[] parts = write.split(" ", -1);
            Answer answer = server.send(parts[0], parts[1] + "?dry_run=true", parts[2]);
            assertThat(answer.status()).as(write + answer.body()).isEqualTo(204);
            assertThat(answer.header("Dry-Run")).as(write).contains("true");
        }
        assertThat(server.get("/desks/1").body()).isEqualTo(before);
        assertThat(announced).isEmpty();
    }

    @Test
    void showsWhatAnEditWouldMake() {
        server.post("/desks", "{\"name\": \"Desk\"}");
        Answer answer = server.put("/desks/1?dry_run=true", "{\"name\": \"other\"}", "Prefer", "return=representation");
        assertThat(answer.json().get("name").asString()).isEqualTo("other");
        assertThat(server.get("/desks/1").json().get("name").asString()).isEqualTo("Desk");
    }

    @Test
    void failsAsTheWriteWould() {
        assertThat(server.post("/desks?dry_run=true", "{\"name\": 1}").violations())
                .containsExactly("/name type");
        assertThat(server.post("/lines?dry_run=true", "{\"name\": \"refused\", \"label\": \"l\"}")
                        .status())
                .isEqualTo(422);
        assertThat(server.delete("/desks/1?dry_run=true").status()).isEqualTo(404);
    }

    @Test
    void refusesWhatItCannotUndo() {
        Answer answer = server.post("/rockets?dry_run=true", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly("not-understood");
        assertThat(done).isEmpty();
        assertThat(server.post("/rockets", "").status()).isEqualTo(204);
        assertThat(done).containsExactly("launched");
    }

    @Test
    void refusesAnythingButYesAndNo() {
        Answer answer = server.post("/extensions?dry_run=perhaps", "{\"exten\": \"1\"}");
        assertThat(answer.violations()).containsExactly("/dry_run query-type");
        assertThat(server.get("/extensions").total()).isZero();
    }

    @Test
    void ignoresTheParameterWhenTheProtocolIsBasic() {
        try (SampleServer basic = SampleServer.start(store, api -> api.style(new PlainStyle()))) {
            assertThat(basic.post("/teams?dry_run=true", "{\"code\": \"t\", \"title\": \"T\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(basic.get("/teams").total()).isEqualTo(1);
        }
    }
}
