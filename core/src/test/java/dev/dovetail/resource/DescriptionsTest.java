package dev.dovetail.resource;

import static dev.dovetail.sample.Office.LINES;
import static dev.dovetail.sample.Office.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.Violation;
import dev.dovetail.operation.Edit;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DescriptionsTest {

    /** Has an accessor-like method and a component that refuses. */
    private record Odd(String id, int count, @Nullable UUID ref) {
        String display() {
            return id + count;
        }

        static String shout(Odd odd) {
            return odd.id.toUpperCase(java.util.Locale.ROOT);
        }
    }

    @Nested
    class Resources {
        @Test
        void namesFollowTheRecordUnlessGiven() {
            Resource<Odd, String> odd = Resource.of(Odd.class, Odd::id).build();
            assertThat(odd.name()).isEqualTo("Odd");
            assertThat(odd.collection()).isEqualTo("odds");
            assertThat(odd).hasToString("Odd");
            Resource<Odd, String> named = Resource.of(Odd.class, Odd::id)
                    .name("Oddity")
                    .collection("oddities")
                    .build();
            assertThat(named.name()).isEqualTo("Oddity");
            assertThat(named.collection()).isEqualTo("oddities");
        }

        record Reserved(int id, String interface_) {}

        @Test
        void columnsLeaveOutTheUnderscoreOfReservedWords() {
            Resource<Reserved, Integer> reserved =
                    Resource.of(Reserved.class, Reserved::id).build();
            Column<Reserved, String> column = reserved.column(Reserved::interface_);
            assertThat(column.name()).isEqualTo("interface");
            assertThat(reserved.column("interface")).containsSame(column);
        }

        @Test
        void columnsAreThoseOfTheRecordInOrder() {
            assertThat(USERS.columns())
                    .extracting(Column::name)
                    .containsExactly("id", "tenant", "name", "extension", "floor", "version");
            Column<User, Integer> floor = USERS.column(User::floor);
            assertThat(floor.type()).isEqualTo(int.class);
            assertThat(floor.index()).isEqualTo(4);
            assertThat(floor.nullable()).isFalse();
            assertThat(floor.get(User.named("x"))).isEqualTo(1);
            assertThat(floor).hasToString("User.floor");
            assertThat(USERS.column("floor")).containsSame(floor);
            assertThat(USERS.column("Floor")).isEmpty();
            assertThat(USERS.column(User::extension).nullable()).isTrue();
        }

        @Test
        void refusesWhatIsNoReferenceToAComponent() {
            Resource<Odd, String> odd = Resource.of(Odd.class, Odd::id).build();
            String expected = "accessor of Odd: not a reference to a component (expected: Odd::name)";
            assertThatThrownBy(() -> odd.column(one -> one.id()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(expected);
            assertThatThrownBy(() -> Resource.of(Odd.class, one -> one.id())).hasMessage(expected);
            assertThatThrownBy(() -> odd.column(Record::toString)).hasMessage(expected);
            assertThatThrownBy(() -> odd.column(Odd::display))
                    .hasMessage("Odd::display: not a component of the record");
            assertThatThrownBy(() -> odd.column(Odd::shout)).hasMessage("Odd::shout: not a component of the record");
            Accessor<Odd, String> handWritten = new Accessor<>() {
                private static final long serialVersionUID = 1L;

                @Override
                public String apply(Odd one) {
                    return one.id();
                }
            };
            assertThatThrownBy(() -> odd.column(handWritten))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("accessor: not a method reference (expected: Model::component)");
        }

        @Test
        void everyBuilderMethodChecksItsAccessors() {
            Resource.Builder<Odd, String> builder = Resource.of(Odd.class, Odd::id);
            assertThatThrownBy(() -> builder.unique(one -> one.id())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.search(Odd::display)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.tenant(Odd::display)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.readOnly(Odd::display)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.prepared(Odd::display)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.defaultSort(Odd::display)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.defaultValue(Odd::display, "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        /** A version that is a text, or a generated key that is a UUID, failed at the first write only. */
        @Test
        void refusesTypesThatTheStoreCannotCount() {
            assertThatThrownBy(() -> Resource.of(Odd.class, Odd::id).version(Odd::id))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("version Odd.id: String (expected: int or long)");
            assertThatThrownBy(() -> Resource.of(Odd.class, Odd::ref).generatedKey())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("generated key Odd.ref: UUID (expected: int or long)");
            Resource.of(Odd.class, Odd::count).generatedKey().build();
        }

        @Test
        void theKeyIsTheFirstUnique() {
            assertThat(USERS.uniques()).hasToString("[User(id), User(tenant, name)]");
            assertThatThrownBy(() -> Resource.of(Odd.class, Odd::id).unique().build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("unique of Odd: no columns (expected: at least one)");
        }

        @Test
        void tellsWhatACallerFromOutsideMustGive() {
            Resource<Odd, String> odd = Resource.of(Odd.class, Odd::id)
                    .prepared(Odd::id)
                    .defaultValue(Odd::count, 5)
                    .build();
            assertThat(odd.required(odd.column(Odd::id))).isFalse();
            assertThat(odd.required(odd.column(Odd::count))).isFalse();
            assertThat(odd.required(odd.column(Odd::ref))).isFalse();
            assertThat(odd.defaultValue(odd.column(Odd::count))).isEqualTo(5);
            assertThat(USERS.required(USERS.column(User::name))).isTrue();
            assertThat(USERS.required(USERS.column(User::tenant))).isFalse();
            assertThat(USERS.readOnly()).extracting(Column::name).containsExactly("id", "tenant", "version");
        }

        @Test
        void listsFilterAndSortByEverythingUnlessDeclared() {
            Resource<Odd, String> odd = Resource.of(Odd.class, Odd::id)
                    .search(Odd::id)
                    .filter(Odd::count)
                    .sort(Odd::ref, Odd::id)
                    .defaultSort(Odd::count)
                    .build();
            assertThat(odd.searched()).extracting(Expression::name).containsExactly("id");
            assertThat(odd.filters()).extracting(Expression::name).containsExactly("count");
            assertThat(odd.sorts()).extracting(Expression::name).containsExactly("ref", "id");
            assertThat(odd.defaultSort().name()).isEqualTo("count");
            assertThat(USERS.filters()).isEqualTo(USERS.columns());
            assertThat(USERS.defaultSort()).isSameAs(USERS.key());
        }

        /** Associations and resources name each other, so what is derived by them must not be asked for too early. */
        @Test
        void derivedValuesAreListedBesideColumnsAndAskedForLate() {
            Derived<Odd, String> shout =
                    Derived.of("shout", String.class, odd -> odd.id().toUpperCase(Locale.ROOT));
            Derived<Odd, String> early = Derived.found("early", String.class, () -> {
                throw new AssertionError("asked for too early");
            });
            Resource<Odd, String> odd = Resource.of(Odd.class, Odd::id)
                    .filter(Odd::count)
                    .searchFilterAndSortAlso(shout)
                    .searchAlso(early)
                    .defaultSort(shout)
                    .build();
            assertThat(odd.searched()).containsExactly(shout, early);
            assertThat(odd.filters()).extracting(Expression::name).containsExactly("count", "shout");
            assertThat(odd.sorts()).hasSize(odd.columns().size() + 1).last().isEqualTo(shout);
            assertThat(odd.defaultSort()).isEqualTo(shout);
            assertThat(odd.stored()).containsExactly((Derivation.Own<Odd, String>) shout.derivation());
        }

        @Test
        void takesRecordsApartAndPutsThemTogether() {
            Resource<Odd, String> odd = Resource.of(Odd.class, Odd::id).build();
            Odd one = new Odd("a", 1, null);
            assertThat(odd.values(one)).containsExactly("a", 1, null);
            assertThat(odd.construct(odd.values(one))).isEqualTo(one);
            assertThat(odd.construct(new Object[] {"a", null, null}).count()).isZero();
        }
    }

    @Nested
    class Uniques {
        private final Resource<Odd, String> odd = Resource.of(Odd.class, Odd::id)
                .uniqueIgnoringCase(Odd::id, Odd::ref)
                .build();
        private final Unique<Odd> unique = odd.uniques().get(1);

        @Test
        void aNullNeverClashes() {
            UUID ref = new UUID(0, 1);
            assertThat(unique.key(new Odd("A", 1, null))).isNull();
            assertThat(unique.key(new Odd("A", 1, ref))).containsExactly("a", ref);
        }

        @Test
        void reportsTheValuesAsGiven() {
            Violation violation = unique.violation(new Odd("A", 1, null));
            assertThat(violation.path()).hasToString("id");
            assertThat(violation.details().keySet()).containsExactly("id", "ref");
            assertThat(violation.message()).isEqualTo("Odd already exists (id: A, ref: null)");
        }
    }

    @Nested
    class Edits {
        private final Line line = new Line("a", "north", "l");
        private final Column<Line, String> name = LINES.column(Line::name);

        @Test
        void giveOnlyWhatIsSet() {
            Edit<Line> nothing = Edit.of(LINES);
            Edit<Line> edit = nothing.set(name, "m");
            assertThat(nothing.given()).isEmpty();
            assertThat(edit.given()).containsExactly(name);
            assertThat(edit.gives(name)).isTrue();
            assertThat(edit.gives(LINES.key())).isFalse();
            assertThat(edit.value(name)).isEqualTo("m");
            assertThat(edit.value(LINES.key())).isNull();
            assertThat(edit.applyTo(line)).isEqualTo(new Line("a", "north", "m"));
            assertThat(nothing.applyTo(line)).isEqualTo(line);
        }

        @Test
        void tellAbsentFromNull() {
            Edit<Line> edit = Edit.of(LINES).set(name, null);
            assertThat(edit.gives(name)).isTrue();
            assertThat(edit.value(name)).isNull();
            assertThat(edit.applyTo(line).name()).isNull();
        }

        @Test
        void keepTheOrderGivenAndACopyOfIt() {
            Map<Column<Line, ?>, Object> given = new LinkedHashMap<>();
            given.put(name, "m");
            given.put(LINES.column(Line::tenant), "south");
            Edit<Line> edit = Edit.of(LINES, given);
            given.clear();
            assertThat(edit.given()).extracting(Column::name).containsExactly("name", "tenant");
            assertThatThrownBy(() -> edit.given().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void wholeGivesAllButTheKeyAndExpectsTheVersion() {
            User user = new User(1, "north", "ann", null, 2, 7);
            Edit<User> edit = Edit.whole(USERS, user);
            assertThat(edit.given()).extracting(Column::name).containsExactly("tenant", "name", "extension", "floor");
            assertThat(edit.expected()).isEqualTo(7);
            assertThat(Edit.whole(LINES, line).expected()).isNull();
            assertThat(edit.set(USERS.column(User::floor), 3).expected()).isEqualTo(7);
        }
    }

    @Nested
    class Associations {
        @Test
        void linkAnyNumberUnlessDeclared() {
            Association<User, Integer, Line, String> plain =
                    Association.between(USERS, LINES).build();
            assertThat(plain.name()).isEqualTo("user_line");
            assertThat(plain).hasToString("user_line");
            assertThat(plain.oneLeft()).isFalse();
            assertThat(plain.oneRight()).isFalse();
            assertThat(plain.ordered()).isFalse();
            assertThat(List.of(plain.onDeleteLeft(), plain.onDeleteRight())).containsOnly(OnDelete.REFUSE);
        }

        @Test
        void takeTheirOptions() {
            Association<User, Integer, Line, String> all = Association.between(USERS, LINES)
                    .name("desk")
                    .oneLeft()
                    .oneRight()
                    .ordered()
                    .onDeleteLeft(OnDelete.UNLINK)
                    .build();
            assertThat(all.name()).isEqualTo("desk");
            assertThat(all.left()).isSameAs(USERS);
            assertThat(all.right()).isSameAs(LINES);
            assertThat(all.oneLeft() && all.oneRight() && all.ordered()).isTrue();
            assertThat(all.onDeleteLeft()).isEqualTo(OnDelete.UNLINK);
            assertThat(all.onDeleteRight()).isEqualTo(OnDelete.REFUSE);
        }

        @Test
        void areOrderedWhereTheyTellWhichLinkIsTheMainOne() {
            Association<User, Integer, Line, String> plain =
                    Association.between(USERS, LINES).ordered().build();
            assertThat(plain.tellsMain() || plain.lowestSucceeds()).isFalse();
            Association<User, Integer, Line, String> main =
                    Association.between(USERS, LINES).main().build();
            assertThat(main.tellsMain() && main.ordered()).isTrue();
            assertThat(main.lowestSucceeds()).isFalse();
            Association<User, Integer, Line, String> lowest =
                    Association.between(USERS, LINES).lowestSucceeds().build();
            assertThat(lowest.lowestSucceeds() && lowest.tellsMain() && lowest.ordered())
                    .isTrue();
        }
    }

    @Nested
    class RecordTypes {
        @Test
        void refuseClassesThatAreNone() {
            assertThatThrownBy(() -> RecordType.of(String.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("class java.lang.String: not a record");
            RecordType.Component count = RecordType.of(Odd.class).components().get(1);
            assertThat(count.name()).isEqualTo("count");
            assertThat(count.type().isPrimitive()).isTrue();
        }

        @Test
        void letOutWhatTheConstructorThrows() {
            record Picky(int count) {
                Picky {
                    if (count < 0) {
                        throw new IllegalArgumentException("count: " + count);
                    }
                }
            }
            assertThatThrownBy(() -> RecordType.of(Picky.class).construct(new Object[] {-1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("count: -1");
        }
    }
}
