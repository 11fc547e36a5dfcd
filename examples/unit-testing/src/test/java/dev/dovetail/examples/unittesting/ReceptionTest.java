package dev.dovetail.examples.unittesting;

import static dev.dovetail.examples.unittesting.Lines.LINES;
import static dev.dovetail.examples.unittesting.UserLines.USER_LINES;
import static dev.dovetail.examples.unittesting.Users.USERS;
import static dev.dovetail.examples.unittesting.Users.USER_CREATED;
import static dev.dovetail.examples.unittesting.Users.USER_DELETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Violation;
import dev.dovetail.query.Search;
import dev.dovetail.testing.TestRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    private final TestRegistry t = TestRegistry.of(Users.PLUGIN, Lines.PLUGIN, UserLines.PLUGIN);
    private final Reception reception = new Reception(t.registry());

    @AfterEach
    void close() {
        t.close();
    }

    @Test
    void givesWhoMovesInALine() {
        User ann = reception.welcome(t.call(), "Ann", "1001");

        assertThat(t.of(USER_LINES).rights(t.call(), ann.id()))
                .extracting(Line::number)
                .containsExactly("1001");
        assertThat(t.events(USER_CREATED)).containsExactly(ann);
        assertThat(t.commands()).containsExactly(Lines.RELOAD);
    }

    @Test
    void leavesNothingBehindWhenTheNumberIsNotGivenAway() {
        assertThatThrownBy(() -> reception.welcome(t.call(), "Ann", "112"))
                .isInstanceOf(DovetailException.class)
                .hasMessageContaining("112 is for emergencies.");

        // Ann had been created by then: the store in memory has really taken her back
        assertThat(t.of(USERS).search(t.call(), Search.all()).items()).isEmpty();
        assertThat(t.events()).isEmpty();
        assertThat(t.commands()).isEmpty();
    }

    @Test
    void tellsWhichNameIsTaken() {
        reception.welcome(t.call(), "Ann", "1001");
        t.clear();

        assertThatThrownBy(() -> reception.welcome(t.call(), "Ann", "1002"))
                .isInstanceOfSatisfying(DovetailException.class, refused -> {
                    Violation violation = refused.violations().get(0);
                    assertThat(violation.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS);
                    assertThat(violation.details()).containsEntry("name", "Ann");
                });
        assertThat(t.events()).isEmpty();
    }

    @Test
    void freesTheLineOfWhoLeaves() {
        User ann = reception.welcome(t.call(), "Ann", "1001");
        t.of(USERS).delete(t.call(), ann.id());

        assertThat(t.events(USER_DELETED)).containsExactly(ann);
        Line free = t.of(LINES).search(t.call(), Search.all()).items().get(0);
        assertThat(t.of(USER_LINES).lefts(t.call(), free.id())).isEmpty();
    }
}
