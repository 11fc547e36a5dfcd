package dev.dovetail.dao;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.EXTENSION;
import static dev.dovetail.sample.Office.LINES;
import static dev.dovetail.sample.Office.NAME;
import static dev.dovetail.sample.Office.USERS;
import static dev.dovetail.sample.Office.USER_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.Office;
import dev.dovetail.sample.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookupsTest {
    private static final Column<Line, String> LINE_ID = LINES.column(Line::id);
    private static final Column<Line, String> LINE_NAME = LINES.column(Line::name);
    private static final Derived<User, String> FIRST_LINE =
            Derived.found("firstLine", String.class, () -> Derivation.right(USER_LINES, Derivation.of(LINE_NAME)));
    private static final Derived<User, String> NAMED_LINE = Derived.found(
            "namedLine", String.class, () -> Derivation.reference(EXTENSION, LINES, LINE_ID, Derivation.of(LINE_NAME)));

    private final Office office = new Office();
    private final Dao<User, Integer> users = spy(office.users);
    private final Dao<Line, String> lines = spy(office.lines);
    private final AssociationDao<Integer, String> links = spy(office.userLines);
    private final Lookups lookups = Lookups.in(new Known(true));

    private final User ann = office.have(User.named("ann").of("north").at("1"));
    private final User bob = office.have(User.named("bob").of("north").at("2"));
    private final User cid = office.have(User.named("cid").of("south"));
    private final Line one = office.have(new Line("1", "north", "first"));
    private final Line two = office.have(new Line("2", "south", "second"));

    /** Knows the spies; or users alone. */
    private final class Known implements Daos {
        private final boolean all;

        private Known(boolean all) {
            this.all = all;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T extends Record, K> Optional<Dao<T, K>> find(Resource<T, K> resource) {
            Dao<?, ?> dao = resource.equals(USERS) ? users : lines;
            return all || dao == users ? Optional.of((Dao<T, K>) dao) : Optional.empty();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <LK, RK> Optional<AssociationDao<LK, RK>> find(Association<?, LK, ?, RK> association) {
            return all ? Optional.of((AssociationDao<LK, RK>) links) : Optional.empty();
        }
    }

    private void link(User user, Line line) {
        office.unitOfWork.run(ALL, () -> office.userLines.link(user.id(), line.id()));
    }

    @Test
    void askOnceForAWholePageHoweverOftenTheyAreAsked() {
        link(ann, two);
        link(ann, one);
        link(bob, one);
        List<User> page = List.of(ann, bob, cid);
        assertThat(lookups.rights(USER_LINES, page).get())
                .containsExactly(Map.entry(ann.id(), List.of(two, one)), Map.entry(bob.id(), List.of(one)));
        assertThat(lookups.values(FIRST_LINE, page).get()).containsExactly("second", "first", null);
        assertThat(lookups.rights(USER_LINES, page).get()).hasSize(2);
        verify(links, times(1)).rightRows(anyCollection(), any());
        verify(lines, times(1)).findAll(anyCollection());
        verify(users, never()).findAll(anyCollection());
        assertThat(lookups.lefts(USER_LINES, List.of(one, two)).get())
                .containsExactly(Map.entry("1", List.of(ann, bob)), Map.entry("2", List.of(ann)));
    }

    @Test
    void askAgainForAnotherPage() {
        link(ann, one);
        assertThat(lookups.rights(USER_LINES, List.of(bob)).get()).isEmpty();
        assertThat(lookups.rights(USER_LINES, List.of(ann)).get()).hasSize(1);
        verify(links, times(2)).rightRows(anyCollection(), any());
    }

    @Test
    void seeAllTenantsAndFollowReferences() {
        assertThat(lookups.values(NAMED_LINE, List.of(cid, bob, ann)).get()).containsExactly(null, "second", "first");
        verify(lines, times(1)).search(any());
        assertThat(lookups.value(NAMED_LINE, bob)).isEqualTo("second");
        assertThat(lookups.value(NAMED_LINE, cid)).isNull();
        assertThat(lookups.value(NAME, cid)).isEqualTo("cid");
        assertThat(lookups.values(EXTENSION, List.of(ann, cid)).get()).containsExactly("1", null);
    }

    @Test
    void askNothingForNobody() {
        assertThat(lookups.values(NAMED_LINE, List.of()).get()).isEmpty();
        assertThat(lookups.value(NAMED_LINE, cid)).isNull();
        verify(lines, never()).search(any());
    }

    @Test
    void findNothingWhereThereIsNoDao() {
        link(ann, one);
        Lookups few = Lookups.in(new Known(false));
        assertThat(few.values(FIRST_LINE, List.of(ann)).get()).containsExactly((String) null);
        assertThat(few.values(NAMED_LINE, List.of(ann)).get()).containsExactly((String) null);
    }

    @Test
    void readNothingBeforeItIsWanted() {
        link(ann, one);
        Lookup<Map<Integer, List<Line>>> rights = lookups.rights(USER_LINES, List.of(ann));
        Lookup<Integer> counted = rights.map(Map::size).with(lookups.known(2), Integer::sum);
        verify(lines, never()).findAll(anyCollection());
        assertThat(counted.get()).isEqualTo(3);
        assertThat(rights.get()).containsOnlyKeys(ann.id());
        verify(lines, times(1)).findAll(anyCollection());
    }

    @Test
    void mayBeWantedByWhatFollowsAnother() {
        link(ann, one);
        Lookup<Map<Integer, List<Line>>> rights = lookups.rights(USER_LINES, List.of(ann));
        Lookup<String> name = rights.map(found -> String.valueOf(lookups.value(NAMED_LINE, bob)))
                .then(second -> lookups.lefts(USER_LINES, List.of(one)).map(lefts -> second + lefts.size()));
        Lookup<Integer> last = name.map(String::length);
        lookups.findAll();
        assertThat(name.get()).isEqualTo("second1");
        assertThat(last.get()).isEqualTo(7);
    }

    @Test
    void readAgainWhatHasFailed() {
        link(ann, one);
        doThrow(new IllegalStateException("away"))
                .doCallRealMethod()
                .when(lines)
                .findAll(anyCollection());
        Lookup<Map<Integer, List<Line>>> rights = lookups.rights(USER_LINES, List.of(ann));
        assertThatThrownBy(rights::get).hasMessage("away");
        assertThat(rights.get()).isEqualTo(Map.of(ann.id(), List.of(one)));
    }
}
