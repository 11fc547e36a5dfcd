package dev.dovetail.examples.telephony.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PythonLiteralTest {
    @Test
    void writesPlainValues() {
        assertThat(PythonLiteral.of(null)).isEqualTo("None");
        assertThat(PythonLiteral.of(true)).isEqualTo("True");
        assertThat(PythonLiteral.of(false)).isEqualTo("False");
        assertThat(PythonLiteral.of(12)).isEqualTo("12");
        assertThat(PythonLiteral.of(UUID.fromString("11111111-1111-4111-8111-111111111111")))
                .isEqualTo("UUID('11111111-1111-4111-8111-111111111111')");
    }

    @Test
    void choosesQuotes() {
        assertThat(PythonLiteral.of("abc")).isEqualTo("'abc'");
        assertThat(PythonLiteral.of("l'été")).isEqualTo("\"l'été\"");
        assertThat(PythonLiteral.of("say \"hi\"")).isEqualTo("'say \"hi\"'");
        assertThat(PythonLiteral.of("it's \"so\"")).isEqualTo("'it\\'s \"so\"'");
        assertThat(PythonLiteral.of("a\\b\nc\u0001")).isEqualTo("'a\\\\b\\nc\\x01'");
    }

    @Test
    void writesListsAndDicts() {
        Map<Object, Object> dict = new LinkedHashMap<>();
        dict.put(0, Map.of("start", List.of("no")));
        dict.put("x", Arrays.asList(1, null));
        assertThat(PythonLiteral.of(dict)).isEqualTo("{0: {'start': ['no']}, 'x': [1, None]}");
    }
}
