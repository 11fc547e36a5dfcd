package dev.dovetail.examples.telephony.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The crash test is worth something only if it sees what it counts. */
class VerdictTest {
    private final Ledger ledger = new Ledger();
    private final List<Subscriber.Heard> heard = new ArrayList<>();

    VerdictTest() {
        for (String write : List.of("created 0", "edited 1", "edited 2", "deleted 2")) {
            ledger.made("a", write, true);
            come("id " + write, "a", write);
        }
    }

    private void come(String id, String object, String write) {
        heard.add(new Subscriber.Heard(id, object, write, Duration.ZERO));
    }

    private Verdict verdict() {
        return Verdict.of(ledger, heard);
    }

    @Test
    void isGoodWithRepeatsOfTheSameIdentifier() {
        come("id edited 1", "a", "edited 1");
        assertThat(verdict()).isEqualTo(new Verdict(4, 0, 0, 0, 0, 1, List.of()));
        assertThat(verdict().good()).isTrue();
    }

    @Test
    void seesWhatIsLost() {
        heard.remove(1);
        assertThat(verdict().lost()).isEqualTo(1);
        assertThat(verdict().faults())
                .containsExactly(
                        "a: written [created 0, edited 1, edited 2, deleted 2], came [created 0, edited 2, deleted 2]");
        ledger.made("b", "created 0", false);
        assertThat(verdict().lost()).isEqualTo(2);
        assertThat(verdict().good()).isFalse();
    }

    @Test
    void seesWhatIsInvented() {
        come("x", "a", "edited 3");
        come("y", "b", "created 0");
        assertThat(verdict().invented()).isEqualTo(2);
        assertThat(verdict().good()).isFalse();
    }

    @Test
    void seesDisorder() {
        heard.add(heard.remove(1));
        assertThat(verdict().disordered()).isEqualTo(1);
        assertThat(verdict().good()).isFalse();
    }

    @Test
    void seesARepeatUnderANewIdentifier() {
        come("another", "a", "edited 1");
        assertThat(verdict().renamed()).isEqualTo(1);
        assertThat(verdict().good()).isFalse();
    }

    @Test
    void seesWhatWasAcknowledgedAndIsGone() {
        ledger.vanished("a");
        assertThat(verdict().faults()).containsExactly("a: was acknowledged and is gone");
        assertThat(verdict().good()).isFalse();
    }
}
