package dev.dovetail.http.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Stores;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Few requests, always the same; {@code bin/fuzz-test} sends as many others as wanted. */
class FuzzTest {
    private static final int REQUESTS = 1_500;

    @ParameterizedTest
    @EnumSource(Stores.class)
    void doesNoHarm(Stores store) throws Exception {
        Map<Integer, Integer> answers = SampleFuzz.run(store, REQUESTS, 7).answers();

        assertThat(answers.get(200)).isGreaterThan(REQUESTS / 20);
        assertThat(answers.get(201)).isGreaterThan(REQUESTS / 100);
        assertThat(answers.get(204)).isGreaterThan(REQUESTS / 100);
        assertThat(answers.keySet()).contains(400, 404, 409, 415);
    }
}
