package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Few requests, always the same; {@code bin/fuzz-test telephony} sends as many others as wanted. */
class TelephonyFuzzTest {
    private static final int REQUESTS = 300;

    @Test
    void doesNoHarm() throws Exception {
        var answers = TelephonyFuzz.run(REQUESTS, 7).answers();

        assertThat(answers.get(200)).isGreaterThan(REQUESTS / 20);
        assertThat(answers.get(201)).isGreaterThan(REQUESTS / 100);
        assertThat(answers.get(204)).isGreaterThan(REQUESTS / 100);
        assertThat(answers.keySet()).contains(400, 404);
    }
}
