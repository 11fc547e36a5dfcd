package dev.dovetail.examples.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.examples.client.api.LinesApi;
import dev.dovetail.examples.client.api.LinesApi.APICreateLineRequest;
import dev.dovetail.examples.client.api.UsersApi;
import dev.dovetail.examples.client.api.UsersApi.APIAssociateUserLineRequest;
import dev.dovetail.examples.client.api.UsersApi.APICreateUserRequest;
import dev.dovetail.examples.client.api.UsersApi.APIDeleteUserRequest;
import dev.dovetail.examples.client.api.UsersApi.APIDissociateUserLineRequest;
import dev.dovetail.examples.client.api.UsersApi.APIEditUserRequest;
import dev.dovetail.examples.client.api.UsersApi.APIGetUserRequest;
import dev.dovetail.examples.client.api.UsersApi.APIListUserLinesRequest;
import dev.dovetail.examples.client.api.UsersApi.APIListUsersRequest;
import dev.dovetail.examples.client.api.UsersApi.APIReplaceUserLinesRequest;
import dev.dovetail.examples.client.invoker.ApiClient;
import dev.dovetail.examples.client.invoker.ApiException;
import dev.dovetail.examples.client.model.DirectoryAddressInput;
import dev.dovetail.examples.client.model.LineCreation;
import dev.dovetail.examples.client.model.ListUserLines200Response;
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
        return create(new UserCreation()
                .name("Ann")
                .email("ann@example.org")
                .language(UserCreation.LanguageEnum.FR)
                .since(OffsetDateTime.parse("2026-01-02T03:04:05Z"))
                .addAddressesItem(new DirectoryAddressInput().street("Main Street 1")));
    }

    private User create(UserCreation user) throws ApiException {
        return users.createUser(
                APICreateUserRequest.newBuilder().userCreation(user).build());
    }

    private User get(int id) throws ApiException {
        return users.getUser(APIGetUserRequest.newBuilder().id(id).build());
    }

    private static APIEditUserRequest.Builder edit(int id, UserEdit edit) {
        return APIEditUserRequest.newBuilder().id(id).userEdit(edit);
    }

    private ListUserLines200Response linesOf(int user) throws ApiException {
        return users.listUserLines(APIListUserLinesRequest.newBuilder().id(user).build());
    }

    private UUID line(String number) throws ApiException {
        UUID id = UUID.randomUUID();
        lines.createLine(APICreateLineRequest.newBuilder()
                .lineCreation(new LineCreation().id(id).number(number))
                .build());
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
        assertThat(get(created.getId())).isEqualTo(created);
    }

    @Test
    void searches() throws ApiException {
        ann();
        create(new UserCreation().name("Bob"));

        UserPage found = users.listUsers(APIListUsersRequest.newBuilder()
                .search("ANN")
                .nameStartswith("A")
                .order("-name")
                .limit(10)
                .language("fr")
                .enabled(true)
                .build());

        assertThat(found.getTotal()).isEqualTo(1);
        assertThat(found.getItems()).extracting(User::getName).containsExactly("Ann");
    }

    @Test
    void editsWhatIsGiven() throws ApiException {
        User created = ann();

        users.editUser(edit(created.getId(), new UserEdit().name("Anna")).build());

        User edited = get(created.getId());
        assertThat(edited.getName()).isEqualTo("Anna");
        assertThat(edited.getEmail()).isEqualTo(created.getEmail());
        assertThat(edited.getAddresses()).isEqualTo(created.getAddresses());
        assertThat(edited.getVersion()).isEqualTo(created.getVersion() + 1);
    }

    @Test
    void editsTheStateThatItKnowsAndSeesTheNewOne() throws ApiException {
        User created = ann();
        String tag = "\"" + created.getVersion() + "\"";
        APIEditUserRequest edit = edit(created.getId(), new UserEdit().name("Anna"))
                .ifMatch(tag)
                .prefer("return=representation")
                .build();

        User edited = users.editUser(edit);

        assertThat(edited.getName()).isEqualTo("Anna");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> users.editUser(edit))
                .matches(failure -> failure.getCode() == 412);
    }

    @Test
    void linksAndUnlinks() throws ApiException {
        int ann = ann().getId();
        UUID one = line("1001");
        UUID other = line("1002");

        users.associateUserLine(APIAssociateUserLineRequest.newBuilder()
                .userId(ann)
                .lineId(one)
                .userLineAttributes(new UserLineAttributes().delay(5))
                .build());
        assertThat(linesOf(ann).getItems())
                .extracting(ListUserLines200ResponseItemsInner::getDelay)
                .containsExactly(5);

        users.replaceUserLines(APIReplaceUserLinesRequest.newBuilder()
                .id(ann)
                .userLineList(new UserLineList()
                        .lines(List.of(
                                new UserLineListLinesInner().id(other),
                                new UserLineListLinesInner().id(one).delay(9))))
                .build());
        assertThat(get(ann).getLines())
                .extracting(line -> line.getNumber() + " " + line.getDelay())
                .containsExactlyInAnyOrder("1002 0", "1001 9");

        users.dissociateUserLine(APIDissociateUserLineRequest.newBuilder()
                .userId(ann)
                .lineId(one)
                .build());
        assertThat(linesOf(ann).getTotal()).isEqualTo(1);
    }

    @Test
    void deletes() throws ApiException {
        int ann = ann().getId();

        users.deleteUser(APIDeleteUserRequest.newBuilder().id(ann).build());

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> get(ann))
                .matches(failure -> failure.getCode() == 404)
                .satisfies(failure -> assertThat(failure.getResponseBody()).contains("not-found"));
    }

    @Test
    void tellsWhatIsRefused() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> create(new UserCreation().name("")))
                .matches(failure -> failure.getCode() == 400)
                .satisfies(failure -> assertThat(failure.getResponseBody()).contains("\"pointer\":\"/name\""));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new UsersApi(client())
                        .getUser(APIGetUserRequest.newBuilder().id(1).build()))
                .matches(failure -> failure.getCode() == 401);
    }
}
