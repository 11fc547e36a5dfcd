package dev.dovetail.examples.telephony.errors;

import static dev.dovetail.examples.telephony.errors.ErrorTexts.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.Details;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.coverage.Evidence;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ErrorTextsTest {
    private static final String UUID_TEXT = "11111111-1111-4111-8111-111111111111";

    private static String text(Violation violation) {
        assertThat(of(List.of(violation))).hasSize(1);
        Evidence.current().refused(of(List.of(violation)).get(0));
        return of(List.of(violation)).get(0);
    }

    @Nested
    class BusinessErrors {
        @Covers({"conventions/6/text_of_business_errors/1", "conventions/6/text_of_business_errors/27"})
        @Test
        void tellsWhatWasNotFound() {
            assertThat(text(Errors.notFound("Context", Details.of("id", 12))))
                    .isEqualTo("Resource Not Found - Context was not found ('id': 12)");
            assertThat(text(Errors.notFound("User", Details.of("id", UUID.fromString(UUID_TEXT)))))
                    .isEqualTo("Resource Not Found - User was not found ('id': UUID('" + UUID_TEXT + "'))");
            assertThat(text(Errors.notFound("Tenant", Details.of("uuid", UUID_TEXT))))
                    .isEqualTo("Resource Not Found - Tenant was not found ('uuid': '" + UUID_TEXT + "')");
            assertThat(text(Errors.notFound("Device", Details.of("id", null))))
                    .isEqualTo("Resource Not Found - Device was not found ('id': None)");
            assertThat(text(Errors.notFound("Thing", Details.none())))
                    .isEqualTo("Resource Not Found - Thing was not found");
        }

        @Test
        void tellsWhatIsTaken() {
            assertThat(text(Errors.alreadyExists("User", Details.of("email", "a@b.c"))))
                    .isEqualTo("Resource Error - User already exists ('email': 'a@b.c')");
            assertThat(text(Errors.alreadyExists("Voicemail", Details.of("number", "1000", "context", "default"))))
                    .isEqualTo("Resource Error - Voicemail already exists ('number': '1000', 'context': 'default')");
        }

        @Covers({"conventions/6/text_of_business_errors/5"})
        @Test
        void tellsOfAssociations() {
            assertThat(text(Errors.stillAssociated("User", "Voicemail", Details.of("user_id", 1, "voicemailId", 2))))
                    .isEqualTo(
                            "Resource Error - User is associated with a Voicemail ('user_id': 1, 'voicemail_id': 2)");
            assertThat(text(Errors.stillAssociated(
                            "Context", "Extension", Details.of("context_id", 1, "extension_id", 2))))
                    .isEqualTo("Resource Error - Context is associated with a Extension"
                            + " ('context_id': 1, 'extension_id': 2)");
            assertThat(text(Errors.stillAssociated(
                            "Voicemail", "User", Details.of("voicemail_id", 3, "user_ids", "1, 2"))))
                    .isEqualTo("Resource Error - Voicemail is associated with a User"
                            + " ('voicemail_id': 3, 'user_ids': '1, 2')");
            assertThat(text(Errors.notAssociated("Line", "User", Details.of("line_id", 1))))
                    .isEqualTo("Resource Error - Line is not associated with User ('line_id': 1)");
            assertThat(text(Errors.missingAssociation("Line", "Endpoint", Details.of("line_id", 1))))
                    .isEqualTo("Resource Error - Line must be associated with a Endpoint ('line_id': 1)");
        }

        @Test
        void tellsOfTenants() {
            assertThat(text(Errors.differentTenants(
                            "User", Details.of("voicemail_tenant_uuid", UUID_TEXT, "user_tenant_uuid", UUID_TEXT))))
                    .isEqualTo("Resource Error - different tenants ('voicemail_tenant_uuid': '" + UUID_TEXT
                            + "', 'user_tenant_uuid': '" + UUID_TEXT + "')");
        }

        @Test
        void tellsWhatIsNotPermitted() {
            assertThat(text(Errors.notPermitted("Context", "Cannot include context inside itself", Details.none())))
                    .isEqualTo("Resource Error - Operation not permitted. Cannot include context inside itself");
            assertThat(text(Errors.notPermitted(
                            "Voicemail", "A global voicemail cannot be associated to users.", Details.none())))
                    .isEqualTo("Resource Error - Operation not permitted."
                            + " A global voicemail cannot be associated to users.");
            assertThat(text(Errors.notPermitted("Line", "No (really)", Details.of("id", 1, "name", "x'y"))))
                    .isEqualTo("Resource Error - Operation not permitted. No (really) ('id': 1, 'name': \"x'y\")");
        }

        @Test
        void tellsWhichReferenceIsUnknown() {
            assertThat(text(Errors.referenceNotFound(Path.of("musicOnHold"), "MOH", Details.of("musicOnHold", "jazz"))))
                    .isEqualTo("Input Error - field 'music_on_hold': MOH was not found ('music_on_hold': 'jazz')");
            assertThat(text(Errors.referenceNotFound(Path.of("timezone"), "Timezone", Details.of("timezone", "eu"))))
                    .isEqualTo("Input Error - field 'timezone': Timezone was not found ('timezone': 'eu')");
            assertThat(text(Errors.referenceNotFound(Path.of("contexts"), "Context", Details.of("id", 7))))
                    .isEqualTo("Input Error - field 'contexts': Context was not found ('id': 7)");
            assertThat(text(Errors.referenceNotFound(Path.of("users"), "User", Details.of("uuid", UUID_TEXT))))
                    .isEqualTo("Input Error - field 'users': User was not found ('uuid': '" + UUID_TEXT + "')");
        }

        @Test
        void losesTrailingBracesOfNestedValues() {
            assertThat(text(Errors.notFound("Thing", Details.of("key", Map.of("a", 1)))))
                    .isEqualTo("Resource Not Found - Thing was not found ('key': {'a': 1)");
        }

        @Test
        void tellsOnlyTheFirst() {
            assertThat(of(List.of(
                            Errors.alreadyExists("User", Details.of("email", "a")),
                            Errors.alreadyExists("User", Details.of("username", "b")))))
                    .containsExactly("Resource Error - User already exists ('email': 'a')");
        }

        @Covers({
            "conventions/6/text_of_business_errors/14",
            "conventions/6/text_of_business_errors/17",
            "conventions/6/text_of_business_errors/25"
        })
        @Test
        void hasTheSentencesOfThisApi() {
            assertThat(text(TelephonyErrors.mobileFallbackNumberNull()))
                    .isEqualTo("Resource Error - PSTN fallback must be disabled when mobile phone number is not set");
            assertThat(text(TelephonyErrors.forwardDestinationNull()))
                    .isEqualTo("Resource Error - Forward must be disabled to remove destination");
            assertThat(text(TelephonyErrors.unhandledContextType("incall", Details.of("id", 1))))
                    .isEqualTo("Resource Error - ContextType 'incall' cannot be associated ('id': 1)");
            assertThat(text(TelephonyErrors.secondaryUsers(Details.of("line_id", 1))))
                    .isEqualTo("Resource Error - There are secondary users associated to the line ('line_id': 1)");
            assertThat(text(TelephonyErrors.extensionConflict("Extension", Details.of("exten", "1"))))
                    .isEqualTo("Resource Error - Extension is already used for a destination or parking slot"
                            + " ('exten': '1')");
            assertThat(text(TelephonyErrors.quotaExceeded("users", 5, Details.of("n", 6))))
                    .isEqualTo("Resource Error - Quota for users exceeded. Maximum: 5 ('n': 6)");
            assertThat(text(TelephonyErrors.wrongType("limit", "positive number")))
                    .isEqualTo("Input Error - field 'limit': wrong type. Should be a positive number");
            assertThat(text(TelephonyErrors.minimumLength("name", 2)))
                    .isEqualTo("Input Error - field 'name': must have a minimum length of 2");
            assertThat(text(TelephonyErrors.outsideContextRange("12", "default")))
                    .isEqualTo("Input Error - Extension '12' is outside of range for context 'default'");
            assertThat(text(TelephonyErrors.invalidExtenPattern("_1X")))
                    .isEqualTo("Input Error - exten '_1X' cannot be a pattern");
            assertThat(text(TelephonyErrors.ivrExtenUsed("1")))
                    .isEqualTo("Input Error - exten '1' used in more than one choice");
            assertThat(text(TelephonyErrors.mohCustomNoApp()))
                    .isEqualTo("Input Error - custom mode must have an application");
            assertThat(text(TelephonyErrors.invalidChoice("mode", List.of("a", "b"))))
                    .isEqualTo("Input Error - 'mode' must be one of (a, b)");
            assertThat(text(TelephonyErrors.missing(List.of("a", "b"))))
                    .isEqualTo("Input Error - missing parameters: a, b");
            assertThat(text(TelephonyErrors.unknown(List.of("a")))).isEqualTo("Input Error - unknown parameters: a");
            assertThat(text(TelephonyErrors.line("Existing incall does not have the new user as a destination")))
                    .isEqualTo("Existing incall does not have the new user as a destination");
        }

        @Covers("conventions/6/text_of_business_errors/26")
        @Test
        void tellsOfTheUnforeseen() {
            assertThat(text(new Violation(
                            ErrorKind.STORE_FAILED, "", Path.whole(), "store-failed", Details.none(), "no such table")))
                    .isEqualTo("Unexpected error: no such table");
        }
    }

    @Nested
    class SchemaErrors {
        private Violation size(Path path, int min, int max) {
            return Errors.invalid("X", path, "size", Details.of("min", min, "max", max), "");
        }

        @Covers("conventions/6/1")
        @Test
        void groupsByFieldInOrder() {
            assertThat(of(List.of(
                            Errors.required("Context", Path.of("label")),
                            Errors.nullValue("Context", Path.of("type")),
                            Errors.wrongType("Context", Path.of("label"), "string"))))
                    .containsExactly(
                            "Input Error - label: ['Missing data for required field.', 'Not a valid string.']",
                            "Input Error - type: ['Field may not be null.']");
        }

        @Covers({"conventions/6/schema_errors/4", "conventions/6/schema_errors/5"})
        @Test
        void namesEveryType() {
            Map<String, String> texts = Map.of(
                    "string", "Not a valid string.",
                    "integer", "Not a valid integer.",
                    "number", "Not a valid number.",
                    "boolean", "Not a valid boolean.",
                    "uuid", "Not a valid UUID.",
                    "email", "Not a valid email address.",
                    "list", "Not a valid list.",
                    "map", "Not a valid mapping type.",
                    "url", "Not a valid URL.",
                    "nested-list", "Invalid type.");
            texts.forEach(
                    (expected, message) -> assertThat(text(Errors.wrongType("X", Path.of("maxMessages"), expected)))
                            .isEqualTo("Input Error - max_messages: ['" + message + "']"));
        }

        @Test
        void tellsOfWrongObjects() {
            assertThat(text(Errors.wrongType("X", Path.whole(), "object")))
                    .isEqualTo("Input Error - _schema: ['Invalid input type.']");
            assertThat(text(Errors.wrongType("X", Path.of("userRanges").index(1), "object")))
                    .isEqualTo("Input Error - user_ranges: {1: {'_schema': ['Invalid input type.']}}");
        }

        @Test
        void tellsOfNestedData() {
            assertThat(of(List.of(
                            Errors.required("X", Path.of("userRanges").index(0).field("start")),
                            Errors.wrongType("X", Path.of("userRanges").index(2).field("didLength"), "integer"))))
                    .containsExactly("Input Error - user_ranges: {0: {'start': ['Missing data for required field.']},"
                            + " 2: {'did_length': ['Not a valid integer.']}}");
            assertThat(text(Errors.wrongType("X", Path.of("options").index(0).index(1), "string")))
                    .isEqualTo("Input Error - options: {0: {1: ['Not a valid string.']}}");
            assertThat(text(size(Path.of("options").index(0), 2, 2)))
                    .isEqualTo("Input Error - options: {0: ['Length must be 2.']}");
            assertThat(text(TelephonyErrors.invalid(
                            "X", Path.of("options").index(0), "pair", "Length must be between 2 and 2.")))
                    .isEqualTo("Input Error - options: {0: ['Length must be between 2 and 2.']}");
            assertThat(text(Errors.nullValue("X", Path.of("agent").field("number"))))
                    .isEqualTo("Input Error - agent: {'number': ['Field may not be null.']}");
        }

        @Test
        void tellsOfObjectsAsAWhole() {
            assertThat(text(TelephonyErrors.schema(
                            "X",
                            Path.of("userRanges").index(0),
                            "same-length",
                            "Start and end must be of the same length")))
                    .isEqualTo("Input Error - user_ranges:"
                            + " {0: {'_schema': ['Start and end must be of the same length']}}");
            assertThat(text(TelephonyErrors.schema(
                            "X", Path.whole(), "email", "email must be provided if delete_messages is set")))
                    .isEqualTo("Input Error - _schema: ['email must be provided if delete_messages is set']");
            assertThat(
                            text(
                                    TelephonyErrors.invalid(
                                            "User",
                                            Path.whole(),
                                            "call-record",
                                            "'call_record_enabled' is deprecated and incompatible with 'call_record_*_enabled' options")))
                    .isEqualTo("Input Error - _schema: [\"'call_record_enabled' is deprecated and incompatible with"
                            + " 'call_record_*_enabled' options\"]");
        }

        @Covers({
            "conventions/6/schema_errors/10",
            "conventions/6/schema_errors/11",
            "conventions/6/schema_errors/7",
            "conventions/6/schema_errors/8",
            "conventions/6/schema_errors/9"
        })
        @Test
        void wordsConstraints() {
            Path field = Path.of("f");
            assertThat(text(size(field, 0, 128))).isEqualTo("Input Error - f: ['Longer than maximum length 128.']");
            assertThat(text(size(field, 1, Integer.MAX_VALUE)))
                    .isEqualTo("Input Error - f: ['Shorter than minimum length 1.']");
            assertThat(text(size(field, 1, 128))).isEqualTo("Input Error - f: ['Length must be between 1 and 128.']");
            assertThat(text(size(field, 2, 2))).isEqualTo("Input Error - f: ['Length must be 2.']");
            assertThat(text(Errors.invalid("X", field, "min", Details.of("value", 0L), "")))
                    .isEqualTo("Input Error - f: ['Must be greater than or equal to 0.']");
            assertThat(text(Errors.invalid("X", field, "max", Details.of("value", 9L), "")))
                    .isEqualTo("Input Error - f: ['Must be less than or equal to 9.']");
            assertThat(text(Errors.invalid("X", field, "range", Details.of("max", 10800L, "min", 0L), "")))
                    .isEqualTo("Input Error - f: ['Must be greater than or equal to 0"
                            + " and less than or equal to 10800.']");
            assertThat(text(Errors.invalid("X", field, "pattern", Details.of("regexp", "a"), "")))
                    .isEqualTo("Input Error - f: ['String does not match expected pattern.']");
            assertThat(text(Errors.invalid("X", field, "enum", Details.of("choices", List.of("a", "b", "c")), "")))
                    .isEqualTo("Input Error - f: ['Must be one of: a, b, c.']");
            assertThat(text(Errors.invalid("X", field, "digits-only", Details.none(), "")))
                    .isEqualTo("Input Error - f: ['Invalid input.']");
        }
    }

    @Nested
    class QueryErrors {
        @Test
        void wordsWrongNumbers() {
            assertThat(text(TelephonyErrors.queryType("limit", "integer")))
                    .isEqualTo("Input Error - limit: {'message': 'Not a valid integer.',"
                            + " 'constraint_id': 'type', 'constraint': 'integer'}");
            assertThat(text(TelephonyErrors.queryMin("offset", 0)))
                    .isEqualTo("Input Error - offset: [{'constraint_id': 'range', 'constraint': {'min': 0},"
                            + " 'message': 'Must be greater than or equal to 0.'}]");
            assertThat(text(TelephonyErrors.queryPositive("limit")))
                    .isEqualTo("Input Error - field 'limit': wrong type. Should be a positive number");
        }

        @Covers("conventions/6/text_of_business_errors/23")
        @Test
        void wordsTheOthers() {
            assertThat(text(TelephonyErrors.queryColumn("order", "nope")))
                    .isEqualTo("Input Error - order: column 'nope' was not found");
            assertThat(text(TelephonyErrors.queryDirection("direction")))
                    .isEqualTo("Input Error - direction: must be 'asc' or 'desc'");
            assertThat(text(TelephonyErrors.queryType("recurse", "boolean")))
                    .isEqualTo("Input Error - recurse: {'message': 'Not a valid boolean.',"
                            + " 'constraint_id': 'type', 'constraint': 'boolean'}");
            assertThat(text(TelephonyErrors.invalidQueryParameter("a", "b")))
                    .isEqualTo("Input Error - parameter 'a': 'b' is not valid");
            assertThat(text(TelephonyErrors.invalidView("nope"))).isEqualTo("Input Error - view 'nope' does not exist");
        }
    }

    @Covers("conventions/10/1")
    @Test
    void knowsStatusCodes() {
        assertThat(ErrorTexts.status(List.of(Errors.notFound("X", Details.none()))))
                .isEqualTo(404);
        assertThat(ErrorTexts.status(List.of(Errors.alreadyExists("X", Details.none()))))
                .isEqualTo(400);
        assertThat(ErrorTexts.status(
                        Errors.technical(ErrorKind.FORBIDDEN, "", null).violations()))
                .isEqualTo(401);
        assertThat(ErrorTexts.status(
                        Errors.technical(ErrorKind.STORE_UNAVAILABLE, "", null).violations()))
                .isEqualTo(503);
        assertThat(ErrorTexts.status(
                        Errors.technical(ErrorKind.STORE_FAILED, "", null).violations()))
                .isEqualTo(500);
    }
}
