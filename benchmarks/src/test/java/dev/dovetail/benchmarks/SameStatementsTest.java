package dev.dovetail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared does the same: statements, round trips, commits, calls of the listener. */
class SameStatementsTest {
    private final List<Object> heard = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void handWrittenCodeSendsWhatDovetailSends(Place place) {
        String url = System.getenv(Place.URL);
        assumeTrue(place == Place.H2 || url != null);
        try (HikariDataSource dataSource = place.open(url)) {
            place.createTables(dataSource);
            place.fill(dataSource);
            StatementLog log = new StatementLog();
            DataSource logged = log.of(dataSource);
            Operations hand = new ByHand(logged, heard::add);
            Operations dovetail = ByDovetail.calling(ByDovetail.on(logged), heard::add);
            dovetail.get(1);
            log.take();

            assertThat(sent(log, 0, () -> hand.get(7))).hasSize(1).isEqualTo(sent(log, 0, () -> dovetail.get(7)));
            assertThat(sent(log, 0, () -> hand.search("ctx-7")))
                    .hasSize(1)
                    .isEqualTo(sent(log, 0, () -> dovetail.search("ctx-7")));
            assertThat(sent(log, 1, () -> hand.create(Rows.draft(20_001))))
                    .hasSize(2)
                    .isEqualTo(sent(log, 1, () -> dovetail.create(Rows.draft(20_002))));
            assertThat(sent(log, 1, () -> hand.edit(7, "one")))
                    .hasSize(3)
                    .isEqualTo(sent(log, 1, () -> dovetail.edit(7, "other")));
            assertThat(sent(log, 1, () -> hand.associate(1, 1)))
                    .hasSize(4)
                    .isEqualTo(sent(log, 1, () -> dovetail.associate(2, 2)));
            assertThat(sent(log, 1, () -> hand.dissociate(1, 1)))
                    .hasSize(4)
                    .isEqualTo(sent(log, 1, () -> dovetail.dissociate(2, 2)));
            assertThat(dovetail.get(8)).isEqualTo(hand.get(8));
            assertThat(dovetail.search("ctx-8")).hasSize(Rows.PAGE).isEqualTo(hand.search("ctx-8"));
        }
    }

    private List<String> sent(StatementLog log, int calls, Runnable operation) {
        heard.clear();
        operation.run();
        assertThat(heard).hasSize(calls);
        return log.take();
    }
}
