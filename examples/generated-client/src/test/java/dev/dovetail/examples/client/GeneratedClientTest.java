package dev.dovetail.examples.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.examples.client.api.LinesApi;
import dev.dovetail.examples.client.api.UsersApi;
import dev.dovetail.examples.client.invoker.ApiClient;
import dev.dovetail.examples.client.invoker.ApiException;
import dev.dovetail.examples.client.model.DirectoryAddressInput;
import dev.dovetail.examples.client.model.LineCreation;
import dev.dovetail.examples.client.model.ListUserLines200ResponseItemsInner;
import dev.dovetail.examples.client.model.User;
import dev.dovetail.examples.client.model.UserCreation;
import dev.dovetail.examples.client.model.UserEdit;
import dev.dovetail.examples.client.model.UserLineAttributes;
import dev.dovetail.examples.client.model.UserLineList;
import dev.dovetail.examples.client.model.UserLineListLinesInner;
import dev.dovetail.examples.client.model.UserPage;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.plugin.PluginRegistry;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries the generated client against a server, with a token and without. */
class GeneratedClientTest {
    private PluginRegistry registry;
    private HttpServer server;
    private UsersApi users;
    private LinesApi lines;

    @BeforeEach
    void start() throws Exception {
        registry = Directory.registry();
        server = HttpServer.start(Directory.api(registry));
        ApiClient client = client();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + Directory.TOKEN));
        users = new UsersApi(client);
        lines = new LinesApi(client);
    }

    private ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(server.url() + "/api");
        return client;
    }

    @AfterEach
    void stop() {
        server.close();
        registry.close();
    }

    private User ann() throws ApiException {
        return users.createUser(
                new UserCreation()
                        .name("Ann")
                        .email("ann@example.org")
                        .language(UserCreation.LanguageEnum.FR)
                        .since(OffsetDateTime.parse("2026-01-02T03:04:05Z"))
                        .addAddressesItem(new DirectoryAddressInput().street("Main Street 1")),
                null,
                null,
                null);
    }

    private UUID line(String number) throws ApiException {
        UUID id = UUID.randomUUID();
        lines.createLine(new LineCreation().id(id).number(number), null, null, null);
        return id;
    }

    @Test
    void createsAndReads() throws ApiException {
        User created = ann();

        assertThat(created.getTenant()).isEqualTo("acme");
        assertThat(created.getLanguage()).isEqualTo(User.LanguageEnum.FR);
        assertThat(created.getEnabled()).isTrue();
        assertThat(created.getSince()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(created.getAddresses()).hasSize(1);
        assertThat(created.getAddresses().get(0).getCity()).isNull();
        assertThat(users.getUser(created.getId(), null, null, null)).isEqualTo(created);
    }

    @Test
    void searches() throws ApiException {
        ann();
        users.createUser(new UserCreation().name("Bob"), null, null, null);

        UserPage found =
                users.listUsers("ANN", "name", "desc", 10, 0, false, null, null, "fr", true, null, null, null, null);

        assertThat(found.getTotal()).isEqualTo(1);
        assertThat(found.getItems()).extracting(User::getName).containsExactly("Ann");
    }

    @Test
    void editsWhatIsGiven() throws ApiException {
        User created = ann();

        users.editUser(created.getId(), new UserEdit().name("Anna"), null, null, null, null);

        User edited = users.getUser(created.getId(), null, null, null);
        assertThat(edited.getName()).isEqualTo("Anna");
        assertThat(edited.getEmail()).isEqualTo(created.getEmail());
        assertThat(edited.getAddresses()).isEqualTo(created.getAddresses());
        assertThat(edited.getVersion()).isEqualTo(created.getVersion() + 1);
    }

    @Test
    void editsTheStateThatItKnowsAndSeesTheNewOne() throws ApiException {
        User created = ann();
        String tag = "\"" + created.getVersion() + "\"";
        UserEdit edit = new UserEdit().name("Anna");

        User edited = users.editUser(created.getId(), edit, null, tag, "return=representation", null);

        assertThat(edited.getName()).isEqualTo("Anna");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> users.editUser(created.getId(), edit, null, tag, null, null))
                .matches(failure -> failure.getCode() == 412);
    }

    @Test
    void linksAndUnlinks() throws ApiException {
        int ann = ann().getId();
        UUID one = line("1001");
        UUID other = line("1002");

        users.associateUserLine(ann, one, null, new UserLineAttributes().delay(5));
        assertThat(users.listUserLines(ann, null).getItems())
                .extracting(ListUserLines200ResponseItemsInner::getDelay)
                .containsExactly(5);

        users.replaceUserLines(
                ann,
                new UserLineList()
                        .lines(List.of(
                                new UserLineListLinesInner().id(other),
                                new UserLineListLinesInner().id(one).delay(9))),
                null);
        assertThat(users.getUser(ann, null, null, null).getLines())
                .extracting(line -> line.getNumber() + " " + line.getDelay())
                .containsExactlyInAnyOrder("1002 0", "1001 9");

        users.dissociateUserLine(ann, one, null);
        assertThat(users.listUserLines(ann, null).getTotal()).isEqualTo(1);
    }

    @Test
    void deletes() throws ApiException {
        int ann = ann().getId();

        users.deleteUser(ann, null, null, null);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> users.getUser(ann, null, null, null))
                .matches(failure -> failure.getCode() == 404)
                .satisfies(failure -> assertThat(failure.getResponseBody()).contains("not-found"));
    }

    @Test
    void tellsWhatIsRefused() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> users.createUser(new UserCreation().name(""), null, null, null))
                .matches(failure -> failure.getCode() == 400)
                .satisfies(failure -> assertThat(failure.getResponseBody()).contains("\"pointer\":\"/name\""));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new UsersApi(client()).getUser(1, null, null, null))
                .matches(failure -> failure.getCode() == 401);
    }
}
