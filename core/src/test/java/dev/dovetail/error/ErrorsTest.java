package dev.dovetail.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ErrorsTest {

    @Nested
    class Paths {
        @Test
        void readLikeJava() {
            assertThat(Path.of("userRanges").index(0).field("start")).hasToString("userRanges[0].start");
            assertThat(Path.of("grid").index(1).index(2)).hasToString("grid[1][2]");
            assertThat(Path.whole().field("a")).isEqualTo(Path.of("a"));
            assertThat(Path.whole().index(3)).hasToString("[3]");
            assertThat(Path.whole()).hasToString("");
        }

        @Test
        void knowTheirStart() {
            assertThat(Path.of("a").field("b").first()).isEqualTo("a");
            assertThat(Path.whole().first()).isEmpty();
            assertThat(Path.whole().isWhole()).isTrue();
            assertThat(Path.of("a").isWhole()).isFalse();
            assertThat(Path.of("a").index(1).elements()).containsExactly("a", 1);
        }
    }

    @Nested
    class Exceptions {
        private final Violation first = Errors.required("User", Path.of("name"));
        private final Violation second = Errors.notFound("User", Details.of("id", 7));

        @Test
        void carryEverythingWrong() {
            DovetailException failure = new DovetailException(List.of(first, second));
            assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
            assertThat(failure.violations()).containsExactly(first, second);
            assertThat(failure).hasMessage("name: missing (expected: a value); User was not found (id: 7)");
        }

        @Test
        void needAViolation() {
            assertThatThrownBy(() -> new DovetailException(List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("violations: empty (expected: at least one)");
        }

        @Test
        void collectInTheOrderFound() {
            Violations violations = new Violations();
            violations.throwIfAny();
            assertThat(violations.isEmpty()).isTrue();
            violations.add(second);
            violations.addAll(List.of(first));
            assertThat(violations.toList()).containsExactly(second, first);
            assertThatThrownBy(violations::throwIfAny)
                    .isInstanceOfSatisfying(
                            DovetailException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND));
        }
    }

    @Nested
    class TheViolations {
        @Test
        void haveACodeAPathAndAMessageThatSaysWhatToDo() {
            Map<String, Object> expected = new LinkedHashMap<>();
            expected.put("not-found ", Errors.notFound("User", Details.of("id", 7)));
            expected.put(
                    "reference-not-found line",
                    Errors.referenceNotFound(Path.of("line"), "Line", Details.of("line", "x")));
            expected.put("already-exists name", Errors.alreadyExists("User", Details.of("name", "a", "tenant", "t")));
            expected.put("still-associated ", Errors.stillAssociated("User", "Line", Details.none()));
            expected.put("not-associated ", Errors.notAssociated("User", "Line", Details.none()));
            expected.put("missing-association ", Errors.missingAssociation("User", "Line", Details.none()));
            expected.put("not-permitted ", Errors.notPermitted("User", "No.", Details.none()));
            expected.put("different-tenants ", Errors.differentTenants("User", Details.none()));
            expected.put("required name", Errors.required("User", Path.of("name")));
            expected.put("null name", Errors.nullValue("User", Path.of("name")));
            expected.put("type name", Errors.wrongType("User", Path.of("name"), "text"));
            expected.put("stale-version ", Errors.staleVersion("User", 1, 2));
            expected.forEach((key, one) -> {
                Violation violation = (Violation) one;
                assertThat(violation.code() + " " + violation.path()).isEqualTo(key);
                assertThat(violation.message()).isNotBlank();
            });
            assertThat(Errors.staleVersion("User", 1, 2).message()).endsWith("read it again");
            assertThat(Errors.missingAssociation("User", "Line", Details.none()).message())
                    .isEqualTo("User must be associated with a Line");
        }

        @Test
        void keepTheOrderOfTheirDetailsAndTakeNulls() {
            Violation violation =
                    Errors.notFound("User", Details.of("b", null)).with("a", 1).at(Path.of("x"));
            assertThat(violation.details().keySet()).containsExactly("b", "a");
            assertThat(violation.path()).hasToString("x");
            assertThatThrownBy(() -> violation.details().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void ofTheMachineryKeepTheCause() {
            Exception cause = new IllegalStateException("socket");
            DovetailException failure = Errors.technical(ErrorKind.STORE_UNAVAILABLE, "no answer", cause);
            assertThat(failure).hasMessage("no answer").hasCause(cause);
            assertThat(failure.violations().get(0).code()).isEqualTo("store-unavailable");
        }
    }
}
