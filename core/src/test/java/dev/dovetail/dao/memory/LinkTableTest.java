package dev.dovetail.dao.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTableTest {
    record Weight(int kilos) {}

    @Test
    void isMadeAgainOfItsEntriesAndTheOrderOfRights() {
        LinkTable<Integer, String> table = LinkTable.<Integer, String>empty()
                .plus(2, "a", new Weight(1))
                .plus(1, "b", new Weight(2))
                .plus(1, "a", new Weight(3))
                .plus(3, "a", new Weight(4))
                .plus(1, "c", new Weight(5))
                .minus(3, "a")
                .carrying(1, "b", new Weight(6))
                .carrying(9, "b", new Weight(7))
                .ordered(1, List.of("c", "b", "a"));

        assertThat(table.entries())
                .extracting(entry -> entry.left() + entry.right() + entry.attributes())
                .containsExactly("2aWeight[kilos=1]", "1bWeight[kilos=6]", "1aWeight[kilos=3]", "1cWeight[kilos=5]");
        LinkTable<Integer, String> again = LinkTable.empty();
        for (LinkTable.Entry<Integer, String> entry : table.entries()) {
            again = again.plus(entry.left(), entry.right(), entry.attributes());
        }
        again = again.ordered(1, table.rights(1));
        assertThat(again.rights(1)).containsExactly("c", "b", "a");
        assertThat(again.lefts("a")).containsExactly(2, 1).isEqualTo(table.lefts("a"));
        assertThat(again.entry(1, "b")).extracting(LinkTable.Entry::attributes).isEqualTo(new Weight(6));
        assertThat(again.entry(3, "a")).isNull();
    }
}
