package dev.dovetail.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetTest {
    private record Box(
            int id,
            String number,
            String context,
            String name,
            @Nullable String email,
            String site) {}

    private static final Resource<Box, Integer> BOXES = Resource.of(Box.class, Box::id)
            .generatedKey()
            .unique(Box::email, Box::site)
            .unique(Box::number, Box::context)
            .unique(Box::name)
            .build();
    private static final Column<Box, ?> ID = BOXES.column(Box::id);
    private static final Column<Box, ?> NUMBER = BOXES.column(Box::number);
    private static final Column<Box, ?> CONTEXT = BOXES.column(Box::context);
    private static final Column<Box, ?> NAME = BOXES.column(Box::name);
    private static final Column<Box, ?> EMAIL = BOXES.column(Box::email);
    private static final Column<Box, ?> SITE = BOXES.column(Box::site);

    private static List<Order<Box>> complete(Search<Box> search) {
        return Keyset.of(BOXES, search.limit(1)).order();
    }

    @SafeVarargs
    private static Search<Box> by(Column<Box, ?>... columns) {
        Search<Box> search = Search.all();
        for (Column<Box, ?> next : columns) {
            search = search.by(Order.ascending(next));
        }
        return search;
    }

    @Test
    void endsWithTheKeyInTheDirectionOfTheLast() {
        assertThat(complete(Search.<Box>all())).containsExactly(Order.ascending(ID));
        assertThat(complete(by(SITE))).containsExactly(Order.ascending(SITE), Order.ascending(ID));
        assertThat(complete(Search.<Box>all().by(Order.descending(SITE))))
                .containsExactly(Order.descending(SITE), Order.descending(ID));
        assertThat(complete(by(SITE, ID, CONTEXT))).containsExactly(Order.ascending(SITE), Order.ascending(ID));
    }

    @Test
    void endsWithTheRestOfUniqueColumnsThatItBeginsWith() {
        assertThat(complete(Search.<Box>all().by(Order.descending(NUMBER))))
                .containsExactly(Order.descending(NUMBER), Order.descending(CONTEXT));
        assertThat(complete(by(CONTEXT)))
                .as("no index begins with it")
                .containsExactly(Order.ascending(CONTEXT), Order.ascending(ID));
        assertThat(complete(by(SITE, NUMBER))).endsWith(Order.ascending(ID));
    }

    @Test
    void addsNothingToColumnsThatAreUnique() {
        assertThat(complete(by(NAME))).containsExactly(Order.ascending(NAME));
        assertThat(complete(by(CONTEXT, NUMBER, EMAIL)))
                .containsExactly(Order.ascending(CONTEXT), Order.ascending(NUMBER));
    }

    @Test
    void knowsThatNullsDoNotClash() {
        assertThat(complete(by(EMAIL))).containsExactly(Order.ascending(EMAIL), Order.ascending(ID));
        assertThat(complete(by(EMAIL, SITE))).endsWith(Order.ascending(ID));
    }
}
