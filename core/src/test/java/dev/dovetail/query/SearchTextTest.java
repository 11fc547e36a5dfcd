package dev.dovetail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Ann, ann",
        "Éloïse, eloise",
        "STRASSE, strasse",
        "Straße, strasse",
        "GROẞ, gross",
        "Łódź, lodz",
        "Æsir, aesir",
        "Œuvre, oeuvre",
        "Øre, ore",
        "Đorđe, dorde",
        "Þór, thor",
        "ﬁne, fine",
        "Ａｂｃ, abc",
        "İstanbul, istanbul",
        "ısı, isi",
        "ΟΔΟΣ, οδοσ",
        "Жук, жук",
        "x²½, x21⁄2",
        "😀 A, 😀 a",
    })
    void ignoresCaseAndAccents(String text, String normal) {
        assertThat(SearchText.normalise(text)).isEqualTo(normal);
    }

    @Test
    void findsTheStartOfAWordInTheWord() {
        assertThat(SearchText.normalise("ΟΔΟΣΤΡΩΤΗΡΑΣ")).contains(SearchText.normalise("ΟΔΟΣ"));
    }

    /**
     * What is normal stays so (the planes with cased letters are tried): a column that holds normalised text may be
     * normalised again.
     */
    @Test
    void normalisingTwiceChangesNothing() {
        for (int c = 0; c < 0x20000; c++) {
            if (!Character.isDefined(c) || Character.getType(c) == Character.SURROGATE) {
                continue;
            }
            String once = SearchText.normalise(Character.toString(c));
            if (!SearchText.normalise(once).equals(once)) {
                fail("U+%04X", c);
            }
        }
    }
}
