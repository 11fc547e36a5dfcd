package dev.dovetail.examples.telephony.sipendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SipOptionsTest {
    private static final List<List<String>> OPTIONS =
            List.of(pair("a", "1"), pair("b", "2"), pair("a", "3"), pair("c", "4"));

    private static List<String> pair(String key, String value) {
        return List.of(key, value);
    }

    @Test
    void findsTheValuesOfAKey() {
        assertThat(SipOptions.values(OPTIONS, "a")).containsExactly("1", "3");
        assertThat(SipOptions.values(OPTIONS, "x")).isEmpty();
        assertThat(SipOptions.only(OPTIONS, "a")).containsExactly(pair("a", "1"), pair("a", "3"));
        assertThat(SipOptions.only(OPTIONS, "A")).isEmpty();
        assertThat(SipOptions.first(OPTIONS, "a")).contains("1");
        assertThat(SipOptions.first(OPTIONS, "x")).isEmpty();
    }

    @Test
    void putsAValueInThePlaceOfTheFirstOrAtTheEnd() {
        assertThat(SipOptions.put(OPTIONS, "a", "9")).containsExactly(pair("a", "9"), pair("b", "2"), pair("c", "4"));
        assertThat(SipOptions.put(OPTIONS, "b", "9"))
                .containsExactly(pair("a", "1"), pair("b", "9"), pair("a", "3"), pair("c", "4"));
        assertThat(SipOptions.put(OPTIONS, "x", "9")).startsWith(pair("a", "1")).endsWith(pair("x", "9"));
        assertThat(SipOptions.put(List.of(), "x", "9")).containsExactly(pair("x", "9"));
    }

    @Test
    void keepsTheLastValueWhereTheKeyFirstAppears() {
        assertThat(SipOptions.merged(OPTIONS)).containsExactly(pair("a", "3"), pair("b", "2"), pair("c", "4"));
        assertThat(SipOptions.merged(List.of())).isEmpty();
    }
}
