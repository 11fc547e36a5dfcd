package dev.dovetail;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.LINES;
import static dev.dovetail.sample.Office.NORTH;
import static dev.dovetail.sample.Office.SOUTH;
import static dev.dovetail.sample.Office.USERS;
import static dev.dovetail.sample.Office.USER_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Linked;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.Office;
import dev.dovetail.sample.User;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinkAttributesTest {
    record Use(
            @Min(0) int priority, @Nullable @Size(max = 3) String note) {
        Use(int priority) {
            this(priority, null);
        }
    }

    private static final Attributes<Use> USE = Attributes.of(Use.class, new Use(5));
    private static final Association<User, Integer, Line, String> USES =
            Association.between(USERS, LINES).name("use").main().attributes(USE).build();
    private static final EventType<String> TOLD = new EventType<>("told", String.class);

    private final Office office = new Office();
    private final List<String> followed = new ArrayList<>();
    private final User ann = office.have(User.named("ann").of("north"));
    private final User bob = office.have(User.named("bob").of("north"));
    private final User sue = office.have(User.named("sue").of("south"));
    private final Line a = office.have(new Line("a", "north", "first"));
    private final Line b = office.have(new Line("b", "north", "second"));
    private final Line c = office.have(new Line("c", "north", "third"));
    private final Line s = office.have(new Line("s", "south", "far"));
    private final AssociationService<User, Integer, Line, String> uses = service(builder -> builder);

    private static AssociationNotifier.Builder<User, Line> notifier() {
        return AssociationNotifier.<User, Line>builder()
                .associated(link -> TOLD.of("made " + text(link)))
                .dissociated(link -> TOLD.of("undone " + text(link)));
    }

    private static String text(Link<User, Line> link) {
        return link.left().name() + "-" + link.right().id() + " "
                + link.attributesBefore(USE).map(use -> use.priority() + "->").orElse("")
                + link.attributes(USE).priority() + (link.mainRight() ? " main" : "");
    }

    private AssociationService<User, Integer, Line, String> service(
            UnaryOperator<AssociationService.Builder<User, Integer, Line, String>> more) {
        return more.apply(AssociationService.builder(
                                USES, office.store.dao(USES), office.users, office.lines, office.unitOfWork)
                        .notifier(notifier().build())
                        .afterLinking(
                                link -> followed.add("linked " + link.right().id()))
                        .afterUnlinking(
                                link -> followed.add("unlinked " + link.right().id())))
                .build();
    }

    private List<Object> heard() {
        List<Object> heard =
                office.heard.stream().<Object>map(OutboxEntry::data).toList();
        office.heard.clear();
        return heard;
    }

    private static DovetailException failure(ThrowingCallable call) {
        return catchThrowableOfType(DovetailException.class, call);
    }

    private static Linked<String, Use> with(String line, int priority) {
        return new Linked<>(line, new Use(priority));
    }

    @Nested
    class OfOneLink {
        @Test
        void areStoredAndAnnounced() {
            assertThat(uses.associate(NORTH, ann.id(), "a", new Use(1, "x"))).isTrue();

            assertThat(uses.find(NORTH, ann.id(), "a", USE)).contains(new Use(1, "x"));
            assertThat(uses.find(NORTH, ann.id(), "b", USE)).isEmpty();
            assertThat(heard()).containsExactly("made ann-a 1 main");
            assertThat(followed).containsExactly("linked a");
        }

        @Test
        void changeAndAreAnnouncedAgain() {
            uses.associate(NORTH, ann.id(), "a", new Use(1));
            uses.associate(NORTH, ann.id(), "b", new Use(2));
            heard();

            assertThat(uses.associate(NORTH, ann.id(), "b", new Use(3))).isTrue();
            assertThat(uses.associate(NORTH, ann.id(), "b", new Use(3))).isFalse();

            assertThat(heard()).containsExactly("made ann-b 2->3");
            assertThat(followed).containsExactly("linked a", "linked b");
            assertThat(uses.find(NORTH, ann.id(), "b", USE)).contains(new Use(3));
        }

        @Test
        void areTheDefaultsUnlessGivenAndStayUnlessGiven() {
            AssociationService<User, Integer, Line, String> plain = service(builder -> builder);
            assertThat(plain.associate(NORTH, ann.id(), "a")).isTrue();
            assertThat(uses.find(NORTH, ann.id(), "a", USE)).contains(new Use(5));
            uses.associate(NORTH, ann.id(), "a", new Use(1));
            heard();

            assertThat(plain.associate(NORTH, ann.id(), "a")).isFalse();
            assertThat(uses.find(NORTH, ann.id(), "a", USE)).contains(new Use(1));
            assertThat(heard()).isEmpty();
        }

        @Test
        void changeByWhatTheyAre() {
            uses.associate(NORTH, ann.id(), "a", USE, use -> new Use(use.priority() + 1, use.note()));
            uses.associate(NORTH, ann.id(), "a", USE, use -> new Use(use.priority(), "n"));

            assertThat(uses.find(NORTH, ann.id(), "a", USE)).contains(new Use(6, "n"));
        }

        @Test
        void areToldToRulesOfAttributesOnlyWhenTheyChange() {
            List<String> ran = new ArrayList<>();
            AssociationService<User, Integer, Line, String> ruled =
                    service(builder -> builder.validation(AssociationValidationGroup.<User, Line>builder()
                            .attributes(Rules.<Link<User, Line>>forbid(
                                    "Line",
                                    "Too many.",
                                    link -> link.attributes(USE).priority() > 9))
                            .attributes((link, violations) -> ran.add("attributes " + text(link)))
                            .association((link, violations) -> ran.add("association " + text(link)))
                            .build()));
            ruled.associate(NORTH, ann.id(), "a", new Use(1));
            ruled.associate(NORTH, ann.id(), "a", new Use(1));
            ruled.associate(NORTH, ann.id(), "a", new Use(2));

            assertThat(failure(() -> ruled.associate(NORTH, ann.id(), "a", new Use(10)))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(failure(() -> ruled.associateAll(NORTH, ann.id(), USE, List.of(with("a", 10))))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(failure(() -> ruled.associate(NORTH, ann.id(), "b", new Use(10)))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(ran)
                    .startsWith("association ann-a 1 main", "attributes ann-a 1 main", "attributes ann-a 1->2 main");
            assertThat(uses.rights(NORTH, ann.id(), USE)).containsExactly(new Linked<>(a, new Use(2)));
        }

        @Test
        void areInputLookedAtAfterBothSides() {
            assertThat(failure(() -> uses.associate(NORTH, ann.id(), "s", new Use(-1)))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
            DovetailException failure = failure(() -> uses.associate(NORTH, ann.id(), "a", new Use(-1, "long")));

            assertThat(failure.violations())
                    .extracting(each -> each.path().toString(), Violation::code)
                    .containsExactly(tuple("priority", "min"), tuple("note", "size"));
            assertThat(uses.find(NORTH, ann.id(), "a", USE)).isEmpty();
        }

        @Test
        void areToldOfALinkThatIsUndone() {
            uses.associate(NORTH, ann.id(), "a", new Use(1));
            heard();
            service(builder -> builder).dissociate(NORTH, ann.id(), "a");
            assertThat(heard()).containsExactly("undone ann-a 1 main");
        }
    }

    @Nested
    class Announcements {
        private void change(AssociationNotifier.Builder<User, Line> notifier) {
            AssociationService<User, Integer, Line, String> service =
                    service(builder -> builder.notifier(notifier.build()));
            service.associate(NORTH, ann.id(), "a", new Use(1));
            heard();
            service.associate(NORTH, ann.id(), "a", new Use(2));
            service.associateAll(NORTH, ann.id(), USE, List.of(with("a", 3)));
            service.associateAll(NORTH, ann.id(), USE, List.of(with("a", 3)));
            service.associate(NORTH, ann.id(), "a", new Use(3));
        }

        @Test
        void ofAChangeAreAsOfALinkMade() {
            change(notifier());
            assertThat(heard()).containsExactly("made ann-a 1->2 main", "made ann-a 2->3 main");
        }

        @Test
        void ofAChangeMayBeOthers() {
            change(notifier().changed(link -> TOLD.of("changed " + text(link))));
            assertThat(heard()).containsExactly("changed ann-a 1->2 main", "changed ann-a 2->3 main");
        }

        @Test
        void ofAChangeMayBeNone() {
            change(notifier().silentlyChanged().command(Command.of("pbx", "reload")));
            assertThat(heard()).isEmpty();
            assertThat(office.store.outbox().backlog().entries())
                    .as("the command of the link that was made")
                    .isOne();
        }

        @Test
        void comeAlwaysIfAskedFor() {
            change(notifier()
                    .changed(link -> TOLD.of("changed " + text(link)))
                    .replaced(links -> TOLD.of("replaced " + links.changed()))
                    .always());
            assertThat(heard())
                    .containsExactly(
                            "changed ann-a 1->2 main",
                            "replaced [" + a + "]",
                            "replaced []",
                            "changed ann-a 3->3 main");
        }
    }

    @Nested
    class OfASet {
        @Test
        void areReplacedAndAnnouncedWhereTheyChange() {
            uses.associateAll(NORTH, ann.id(), USE, List.of(with("a", 1), with("b", 2)));
            heard();
            followed.clear();

            assertThat(uses.associateAll(NORTH, ann.id(), USE, List.of(with("b", 3), with("c", 4))))
                    .isTrue();

            assertThat(heard()).containsExactly("undone ann-a 1 main", "made ann-c 4", "made ann-b 2->3 main");
            assertThat(followed).containsExactly("unlinked a", "linked c");
            assertThat(uses.rights(NORTH, ann.id(), USE))
                    .containsExactly(new Linked<>(b, new Use(3)), new Linked<>(c, new Use(4)));
            assertThat(uses.associateAll(NORTH, ann.id(), USE, List.of(with("b", 3), with("c", 4))))
                    .isFalse();
            assertThat(heard()).isEmpty();
        }

        @Test
        void stayUnlessGiven() {
            uses.associateAll(NORTH, ann.id(), USE, List.of(with("a", 1), with("b", 2)));
            service(builder -> builder).associateAll(NORTH, ann.id(), List.of("b", "c"));

            assertThat(uses.rights(NORTH, ann.id(), USE))
                    .containsExactly(new Linked<>(b, new Use(2)), new Linked<>(c, new Use(5)));
        }

        @Test
        void areThoseOfTheFirstOfARepeat() {
            uses.associateAll(NORTH, ann.id(), USE, List.of(with("a", 1), with("a", 2)));
            assertThat(uses.rights(NORTH, ann.id(), USE)).containsExactly(new Linked<>(a, new Use(1)));
        }

        @Test
        void areInputWithItsPlace() {
            DovetailException failure = failure(() -> uses.associateAll(
                    NORTH,
                    ann.id(),
                    USE,
                    List.of(with("a", 1), with("b", -1), new Linked<>("c", new Use(-2, "long")))));

            assertThat(failure.violations())
                    .extracting(each -> each.path().toString())
                    .containsExactly("lines[1].priority", "lines[2].priority", "lines[2].note");
            assertThat(uses.rights(NORTH, ann.id(), USE)).isEmpty();
        }

        @Test
        void mayDependOnThePlace() {
            Attributes<Use> byPlace = Attributes.byPlace(Use.class, Use::new);
            Association<User, Integer, Line, String> association = Association.between(USERS, LINES)
                    .name("placed")
                    .attributes(byPlace.sortedBy(Use::priority))
                    .build();
            AssociationService<User, Integer, Line, String> service = AssociationService.builder(
                            association, office.store.dao(association), office.users, office.lines, office.unitOfWork)
                    .build();
            service.associateAll(NORTH, ann.id(), List.of("c", "a"));
            service.associate(NORTH, ann.id(), "b");
            assertThat(service.rights(NORTH, ann.id())).containsExactly(c, b, a);
        }

        /**
         * A link that the caller does not see was put first, and the caller's first one told to be main all the same.
         */
        @Test
        void ofLinksOutsideTheScopeStayInTheirPlaces() {
            uses.associateAll(ALL, ann.id(), USE, List.of(with("s", 8), with("a", 1), with("b", 2)));
            heard();

            uses.associateAll(NORTH, ann.id(), USE, List.of(with("b", 2), with("c", 3)));

            assertThat(heard()).containsExactly("undone ann-a 1", "made ann-c 3");
            assertThat(uses.rights(ALL, ann.id(), USE))
                    .containsExactly(
                            new Linked<>(s, new Use(8)), new Linked<>(b, new Use(2)), new Linked<>(c, new Use(3)));
            uses.associateAll(ALL, ann.id(), USE, List.of(with("a", 1), with("s", 8), with("b", 2)));
            heard();
            uses.associateAll(NORTH, ann.id(), USE, List.of(with("c", 3)));
            assertThat(heard()).containsExactly("undone ann-a 1 main", "undone ann-b 2", "made ann-c 3 main");
            assertThat(uses.rights(ALL, ann.id(), USE))
                    .extracting(Linked::value)
                    .containsExactly(c, s);
        }

        @Test
        void areToldToRulesOfTheSet() {
            List<String> seen = new ArrayList<>();
            AssociationService<User, Integer, Line, String> ruled =
                    service(builder -> builder.validation(AssociationValidationGroup.<User, Line>builder()
                            .set((links, violations) -> {
                                links.before().forEach(line -> seen.add("before " + text(links.linkBefore(line))));
                                links.after().forEach(line -> seen.add("after " + text(links.linkAfter(line))));
                            })
                            .build()));
            ruled.associate(NORTH, ann.id(), "a", new Use(1));
            ruled.associateAll(NORTH, ann.id(), USE, List.of(with("b", 2), with("a", 3)));
            assertThat(seen).containsExactly("before ann-a 1 main", "after ann-b 2 main", "after ann-a 1->3");
        }
    }

    @Nested
    class LookUps {
        @Test
        void goBothWaysWithinTheScope() {
            uses.associate(ALL, ann.id(), "a", new Use(1));
            uses.associate(ALL, ann.id(), "s", new Use(2));
            uses.associate(ALL, bob.id(), "a", new Use(3));
            uses.associate(ALL, sue.id(), "a", new Use(4));

            assertThat(uses.rights(NORTH, ann.id(), USE)).containsExactly(new Linked<>(a, new Use(1)));
            assertThat(uses.rights(ALL, ann.id(), USE))
                    .containsExactly(new Linked<>(a, new Use(1)), new Linked<>(s, new Use(2)));
            assertThat(uses.rights(ALL, bob.id(), USE)).containsExactly(new Linked<>(a, new Use(3)));
            assertThat(uses.rights(ALL, List.of(ann.id(), bob.id())))
                    .isEqualTo(Map.of(ann.id(), List.of(a, s), bob.id(), List.of(a)));
            assertThat(uses.lefts(NORTH, "a", USE))
                    .containsExactly(new Linked<>(ann, new Use(1)), new Linked<>(bob, new Use(3)));
            assertThat(failure(() -> uses.rights(SOUTH, ann.id(), USE)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> uses.lefts(SOUTH, "a", USE)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> uses.find(NORTH, ann.id(), "s", USE)).kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> uses.find(NORTH, sue.id(), "a", USE)).kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
        }
    }

    @Nested
    class AttributesThatAreNotThere {
        @Test
        void failAtOnce() {
            Attributes<Use> other = Attributes.of(Use.class, new Use(0));
            assertThatThrownBy(() -> uses.rights(NORTH, ann.id(), other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("association use: Use are not its attributes (expected: Use, the same description)");
            record Other(int x) {}
            Attributes<Other> others = Attributes.of(Other.class, new Other(1));
            assertThatThrownBy(() -> new Link<>(ALL, ann, a).attributes(USE))
                    .hasMessage("link: carries nothing (expected: Use)");
            AssociationService<User, Integer, Line, String> asking =
                    service(builder -> builder.validation(AssociationValidationGroup.<User, Line>builder()
                            .association((link, violations) -> link.attributes(others))
                            .build()));
            assertThatThrownBy(() -> asking.associate(NORTH, ann.id(), "a", new Use(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("link: carries Use (asked for: Other)");
        }

        @Test
        void areRefusedIfTheyAreOfAnotherRecord() {
            record Other(int x) {}
            assertThatThrownBy(() -> uses.associate(NORTH, ann.id(), "a", new Other(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("attributes: Other (expected: Use)");
        }

        @Test
        void areAnEmptyRecord() {
            AssociationService<User, Integer, Line, String> plain = AssociationService.builder(
                            USER_LINES, office.store.dao(USER_LINES), office.users, office.lines, office.unitOfWork)
                    .build();
            Record nothing = Attributes.none().defaults();
            assertThat(plain.associate(NORTH, ann.id(), "a", nothing)).isTrue();
            assertThat(plain.associate(NORTH, ann.id(), "a", nothing)).isFalse();
            assertThat(plain.rights(NORTH, ann.id(), USER_LINES.attributes()))
                    .extracting(Linked::value)
                    .containsExactly(a);
        }
    }
}
