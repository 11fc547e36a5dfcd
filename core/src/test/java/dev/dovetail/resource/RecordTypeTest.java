package dev.dovetail.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class RecordTypeTest {
    private record Mixed(int number, String text, @Nullable Long none, boolean flag, List<String> list) {}

    /** After a while all values are read in another way. */
    @Test
    void readsTheSameValuesHoweverOften() {
        RecordType<Mixed> type = RecordType.of(Mixed.class);
        Mixed row = new Mixed(1, "a", null, true, List.of("b"));
        for (int i = 0; i < 10_100; i++) {
            assertThat(type.values(row)).containsExactly(1, "a", null, true, List.of("b"));
        }
    }

    private record Failing(int number) {
        @Override
        public int number() {
            throw new IllegalStateException("no number");
        }
    }

    @Test
    void tellsWhatAnAccessorThrowsHoweverOften() {
        RecordType<Failing> type = RecordType.of(Failing.class);
        Failing row = new Failing(1);
        for (int i = 0; i < 10_100; i++) {
            try {
                type.values(row);
                throw new AssertionError("read");
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("no number");
            }
        }
    }
}
