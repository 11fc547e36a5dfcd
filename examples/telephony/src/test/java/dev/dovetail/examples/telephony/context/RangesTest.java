package dev.dovetail.examples.telephony.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RangesTest {
    private static Context context(List<Range> users, List<Range> groups, List<IncallRange> incalls) {
        UUID uuid = UUID.randomUUID();
        return new Context(
                1,
                uuid,
                uuid,
                "name",
                "label",
                Context.Type.INTERNAL,
                users,
                groups,
                List.of(),
                List.of(),
                incalls,
                null,
                true);
    }

    private static Context users(Range... ranges) {
        return context(List.of(ranges), List.of(), List.of());
    }

    private static Context incalls(IncallRange... ranges) {
        return context(List.of(), List.of(), List.of(ranges));
    }

    @Test
    void containBothEnds() {
        Context context = users(new Range("1000", "1999"), new Range("0300", "0310"));
        for (String in : List.of("1000", "1500", "1999", "0300", "300", "00310")) {
            assertThat(Ranges.USER.contain(context, in)).as(in).isTrue();
        }
        for (String out : List.of("999", "2000", "299", "311", "10000", "1".repeat(40))) {
            assertThat(Ranges.USER.contain(context, out)).as(out).isFalse();
        }
    }

    @Test
    void containOneNumberWithoutAnEnd() {
        assertThat(Ranges.USER.contain(users(new Range("7", null)), "7")).isTrue();
        assertThat(Ranges.USER.contain(users(new Range("7", null)), "8")).isFalse();
    }

    @Test
    void areOfOneKindOnly() {
        Context context = context(
                List.of(new Range("1", "9")), List.of(new Range("11", "19")), List.of(new IncallRange("21", "29", 0)));
        assertThat(List.of(Ranges.values()))
                .filteredOn(kind -> kind.contain(context, "5"))
                .containsExactly(Ranges.USER);
        assertThat(List.of(Ranges.values()))
                .filteredOn(kind -> kind.contain(context, "15"))
                .containsExactly(Ranges.GROUP);
        assertThat(List.of(Ranges.values()))
                .filteredOn(kind -> kind.contain(context, "25"))
                .containsExactly(Ranges.INCALL);
    }

    @Test
    void countTheLastDigitsOfIncallsOnly() {
        Context context = incalls(new IncallRange("0155501000", "0155501999", 4));
        assertThat(Ranges.INCALL.contain(context, "1500")).isTrue();
        assertThat(Ranges.INCALL.contain(context, "0155501500")).isFalse();
        Context whole = incalls(new IncallRange("100", "199", 5), new IncallRange("500", "599", null));
        assertThat(Ranges.INCALL.contain(whole, "150")).isTrue();
        assertThat(Ranges.INCALL.contain(whole, "550")).isTrue();
        assertThat(Ranges.INCALL.contain(whole, "50")).isFalse();
    }

    @Test
    void failOnWhatIsNoNumber() {
        for (String exten : List.of("*10", "1#", "")) {
            assertThatThrownBy(() -> Ranges.USER.contain(users(), exten))
                    .isInstanceOfSatisfying(
                            DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.STORE_FAILED));
        }
    }
}
