package dev.dovetail.examples.telephony.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.LineKit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers({"line/fields/caller_id_name", "line/fields/caller_id_num", "line/fields/provisioning_code"})
class LineFieldsHttpTest extends HttpTest {
    private LineKit lines;
    private JsonNode context;

    @BeforeEach
    void objects() {
        lines = new LineKit(api);
        context = context();
    }

    @Covers({"line/fields/context", "line/fields/position", "line/fields/registrar"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/lines",
                () -> LineKit.body(context),
                Field.string("context")
                        .required()
                        .accepting(context.get("name"), context().get("name")),
                Field.integer("position")
                        .nullOnPost()
                        .byDefault(1)
                        .numbers(1, 2, 2_147_483_646)
                        .refusingAll("Must be greater than or equal to 1.", 0, -1),
                Field.string("registrar")
                        .nullOnPost()
                        .byDefault("default")
                        .accepting("default")
                        .tooLong(128));
    }

    @Test
    void showsEveryFieldOfANewLine() {
        var reply = api.post("/lines", LineKit.body(context));
        JsonNode created = reply.created();
        String url = api.url(LineKit.path(created));
        ObjectNode expected = LineKit.body(
                context,
                "id",
                created.get("id"),
                "tenant_uuid",
                tenant.toString(),
                "device_slot",
                1,
                "position",
                1,
                "provisioning_code",
                created.get("provisioning_code"),
                "provisioning_extension",
                created.get("provisioning_code"),
                "is_webrtc",
                false,
                "registrar",
                "default",
                "extensions",
                List.of(),
                "users",
                List.of(),
                "links",
                List.of(body("rel", "lines", "href", url)));
        for (String none : List.of(
                "name",
                "protocol",
                "device_id",
                "caller_id_name",
                "caller_id_num",
                "application",
                "endpoint_sip",
                "endpoint_sccp",
                "endpoint_custom")) {
            expected.putNull(none);
        }
        assertThat(created).isEqualTo(expected);
        assertThat(reply.header("location")).isEqualTo(url);
        assertThat(lines.now(created)).isEqualTo(created);
    }

    @Test
    void drawsAProvisioningCodeUnlessOneIsGiven() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            JsonNode line = i % 2 == 0 ? lines.bare(context) : lines.bare(context, "provisioning_code", null);
            codes.add(line.get("provisioning_code").stringValue());
        }
        assertThat(codes).hasSize(20).allMatch(code -> code.matches("[1-9][0-9]{5}"));

        JsonNode line = lines.bare(context, "provisioning_code", "0" + next());
        String code = line.get("provisioning_code").stringValue();
        assertThat(code).startsWith("0");
        assertThat(line.get("provisioning_extension").stringValue()).isEqualTo(code);
        api.put(LineKit.path(line), body()).done();
        assertThat(lines.now(line)).isEqualTo(line);
        String other = "0" + next();
        api.put(LineKit.path(line), body("provisioning_code", other, "position", 3))
                .done();
        assertThat(lines.now(line))
                .isEqualTo(Json.with(
                        line,
                        "provisioning_code",
                        other,
                        "provisioning_extension",
                        other,
                        "position",
                        3,
                        "device_slot",
                        3));
    }

    @Test
    void refusesAProvisioningCodeThatIsNotSixDigits() {
        JsonNode line = lines.bare(context, "provisioning_code", null);
        JsonNode other = lines.bare(context);
        record Wrong(Object code, String messages) {}
        for (Wrong wrong : List.of(
                new Wrong("12345", "'Length must be 6.'"),
                new Wrong("1234567", "'Length must be 6.'"),
                new Wrong("12345x", "'Invalid input.'"),
                new Wrong("\u0661\u0661\u0661\u0661\u0661\u0661", "'Invalid input.'"),
                new Wrong("", "'Invalid input.', 'Length must be 6.'"),
                new Wrong("abc", "'Invalid input.', 'Length must be 6.'"),
                new Wrong(123456, "'Not a valid string.'"))) {
            String text = "Input Error - provisioning_code: [" + wrong.messages() + "]";
            api.post("/lines", LineKit.body(context, "provisioning_code", wrong.code()))
                    .refused(text);
            api.put(LineKit.path(line), body("provisioning_code", wrong.code())).refused(text);
        }
        api.put(LineKit.path(line), body("provisioning_code", null))
                .refused("Input Error - provisioning_code: ['Field may not be null.']");
        assertThat(api.get("/lines").items()).containsExactlyInAnyOrder(line, other);
    }

    @Test
    void refusesCallerIdsOfTheWrongForm() {
        JsonNode line = lines.sip(context);
        JsonNode none = lines.bare(context, "caller_id_name", null, "caller_id_num", null);
        assertThat(Json.without(lines.bare(context), "id", "links", "provisioning_code", "provisioning_extension"))
                .isEqualTo(Json.without(none, "id", "links", "provisioning_code", "provisioning_extension"));
        int before = api.get("/lines").items().size();
        for (Object wrong : List.of(1, true, List.of(), body())) {
            for (String field : List.of("caller_id_name", "caller_id_num")) {
                String text = "Input Error - " + field + ": ['Not a valid string.']";
                api.post("/lines", LineKit.body(context, field, wrong)).refused(text);
                api.put(LineKit.path(line), body(field, wrong)).refused(text);
            }
        }
        for (String wrong : List.of("", "x", "+33", "1 2", "\u0661")) {
            String text = "Input Error - caller_id_num: ['Invalid input.']";
            api.post("/lines", LineKit.body(context, "caller_id_num", wrong)).refused(text);
            api.put(LineKit.path(line), body("caller_id_num", wrong)).refused(text);
        }
        assertThat(api.get("/lines").items()).hasSize(before).contains(line);
    }

    @Test
    void tellsOfEveryFieldThatIsWrong() {
        api.post("/lines", body("position", 0, "registrar", 1, "provisioning_code", "1", "caller_id_num", "x"))
                .refused(
                        "Input Error - context: ['Missing data for required field.']",
                        "Input Error - provisioning_code: ['Length must be 6.']",
                        "Input Error - position: ['Must be greater than or equal to 1.']",
                        "Input Error - registrar: ['Not a valid string.']",
                        "Input Error - caller_id_num: ['Invalid input.']");
    }

    @Covers({"line/notes/1", "line/notes/2"})
    @Test
    void ignoresReadOnlyAndUnknownFieldsAndWhatOnlyAPostTakes() {
        JsonNode line = lines.sip(context);
        api.put(
                        LineKit.path(line),
                        body(
                                "id",
                                "x",
                                "tenant_uuid",
                                1,
                                "name",
                                1,
                                "protocol",
                                1,
                                "device_id",
                                1,
                                "device_slot",
                                "x",
                                "provisioning_extension",
                                1,
                                "is_webrtc",
                                1,
                                "application",
                                1,
                                "endpoint_sip",
                                1,
                                "endpoint_sccp",
                                body("a", 1),
                                "endpoint_custom",
                                body("interface", 1),
                                "extensions",
                                List.of(body("exten", 1)),
                                "users",
                                1,
                                "links",
                                1,
                                "other",
                                1))
                .done();
        assertThat(lines.now(line)).isEqualTo(line);
        JsonNode made = lines.bare(
                context, "tenant_uuid", tenants.child(), "device_id", "x", "name", "x", "users", 1, "device_slot", 7);
        assertThat(made.get("tenant_uuid")).isEqualTo(line.get("tenant_uuid"));
        assertThat(made.get("device_id").isNull()).isTrue();
        assertThat(made.get("name").isNull()).isTrue();
        assertThat(made.get("device_slot").intValue()).isEqualTo(1);
    }
}
