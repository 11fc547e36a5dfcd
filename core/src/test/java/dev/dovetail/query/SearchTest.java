package dev.dovetail.query;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.Office;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Column<Line, String> NAME = LINES.column(Line::name);

    @Test
    void everyMethodReturnsANewSearch() {
        Search<Line> all = Search.all();
        Search<Line> narrowed = all.text("x")
                .and(Criterion.equal(NAME, "a"))
                .by(Order.ascending(NAME))
                .by(Order.descending(LINES.key()))
                .limit(5)
                .offset(10);
        assertThat(all.text()).isEmpty();
        assertThat(all.limit()).isEmpty();
        assertThat(all.order()).isEmpty();
        assertThat(narrowed.text()).isEqualTo("x");
        assertThat(narrowed.wildcards()).isFalse();
        assertThat(narrowed.criterion()).isEqualTo(Criterion.equal(NAME, "a"));
        assertThat(narrowed.order()).containsExactly(new Order<>(NAME, false), new Order<>(LINES.key(), true));
        assertThat(narrowed.limit()).hasValue(5);
        assertThat(narrowed.offset()).isEqualTo(10);
        assertThat(narrowed.unlimited().limit()).isEmpty();
        assertThat(narrowed.unlimited().offset()).isZero();
        assertThat(narrowed.pattern("a%").wildcards()).isTrue();
    }

    @Test
    void refusesNegativeBounds() {
        assertThatThrownBy(() -> Search.all().limit(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit: -1 (expected: >= 0)");
        assertThatThrownBy(() -> Search.all().offset(-2)).hasMessage("offset: -2 (expected: >= 0)");
        assertThat(Search.all().limit(0).limit()).hasValue(0);
    }

    @Test
    void criteriaCombine() {
        Criterion<Line> a = Criterion.equal(NAME, "a");
        Criterion<Line> b = Criterion.isNull(NAME);
        assertThat(Criterion.<Line>any().and(a)).isSameAs(a);
        assertThat(a.and(b)).isEqualTo(new Criterion.And<>(List.of(a, b)));
        assertThat(Criterion.all(List.of(a))).isSameAs(a);
        assertThat(Criterion.either(List.of(a))).isSameAs(a);
        assertThat(Criterion.either(List.of(a, b))).isEqualTo(new Criterion.Or<>(List.of(a, b)));
        assertThat(Search.where(a).criterion()).isSameAs(a);
    }

    @Test
    void whatIsHandedInIsCopied() {
        List<Line> items = new ArrayList<>(List.of(new Line("a", "north", "l")));
        List<String> values = new ArrayList<>(List.of("a"));
        Page<Line> page = Page.of(items, 1);
        Criterion<Line> in = Criterion.in(NAME, values);
        items.clear();
        values.clear();
        assertThat(page.items()).hasSize(1);
        assertThat(((Criterion.In<Line>) in).values()).containsExactly("a");
    }

    /** A search with wildcards took characters beyond the 16-bit ones apart and never found them. */
    @Test
    void wildcardsFindEveryCharacter() {
        Resource<Line, String> lines =
                Resource.of(Line.class, Line::id).search(Line::name).build();
        Office office = new Office();
        Line smiling = new Line("a", "north", "so 😀 happy (1.5)");
        office.unitOfWork.run(ALL, () -> {
            office.store.dao(lines).create(smiling);
            office.store.dao(lines).create(new Line("b", "north", "sad"));
        });
        for (String term : List.of("o 😀 h%y", "😀", "o _ h", "(1.5)", "(_.5)%", "so%5)")) {
            assertThat(office.store
                            .dao(lines)
                            .search(Search.<Line>all().pattern(term))
                            .items())
                    .as(term)
                    .containsExactly(smiling);
        }
        assertThat(office.store
                        .dao(lines)
                        .search(Search.<Line>all().pattern("(1_5_)"))
                        .items())
                .isEmpty();
    }
}
