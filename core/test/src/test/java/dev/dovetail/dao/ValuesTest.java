package dev.dovetail.dao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.contract.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static void assertOrder(Object... ascending) {
        List<Object> sorted = new ArrayList<>(Arrays.asList(ascending));
        java.util.Collections.reverse(sorted);
        sorted.sort(Values::compare);
        assertThat(sorted).containsExactly(ascending);
    }

    /** What is beyond U+FFFF used to come before U+E000, as the code units of Java's strings have it. */
    @Test
    void comparesTextsByCodePoints() {
        assertOrder("", "B", "a", "ab", "é", "\uD7FF", "\uE000", "\uFFFD", "😀", "😀a", "😁");
    }

    @Test
    void putsNullsLast() {
        assertOrder(1, 2, null);
    }

    @Test
    void comparesEnumsAndUuidsAsText() {
        assertOrder(Person.Colour.DARK_BLUE, Person.Colour.GREEN, Person.Colour.RED);
        assertOrder(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                UUID.fromString("80000000-0000-4000-8000-000000000001"));
        assertOrder(false, true);
    }
}
