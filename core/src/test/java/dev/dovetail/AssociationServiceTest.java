package dev.dovetail;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.BOTH;
import static dev.dovetail.sample.Office.LINES;
import static dev.dovetail.sample.Office.NORTH;
import static dev.dovetail.sample.Office.SOUTH;
import static dev.dovetail.sample.Office.USERS;
import static dev.dovetail.sample.Office.USER_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Links;
import dev.dovetail.resource.Association;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.Office;
import dev.dovetail.sample.User;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

@SuppressWarnings("unchecked") // Mockito takes mocks of generic types as an array
class AssociationServiceTest {
    private static final EventType<String> MADE = new EventType<>("made", String.class);
    private static final EventType<String> UNDONE = new EventType<>("undone", String.class);
    private static final EventType<String> REPLACED = new EventType<>("replaced", String.class);

    private final Office office = new Office();
    private final Dao<User, Integer> userDao = spy(office.users);
    private final Dao<Line, String> lineDao = spy(office.lines);
    private final AssociationDao<Integer, String> linkDao = spy(office.userLines);
    private final AssociationService<User, Integer, Line, String> service =
            service(builder -> builder.notifier(links().build()));

    private final User ann = office.have(User.named("ann").of("north"));
    private final User sue = office.have(User.named("sue").of("south"));
    private final Line a = office.have(new Line("a", "north", "first"));
    private final Line b = office.have(new Line("b", "north", "second"));
    private final Line c = office.have(new Line("c", "north", "third"));
    private final Line s = office.have(new Line("s", "south", "far"));

    private static AssociationNotifier.Builder<User, Line> links() {
        return AssociationNotifier.<User, Line>builder()
                .associated(link -> MADE.of(text(link)))
                .dissociated(link -> UNDONE.of(text(link)));
    }

    private static String text(Link<User, Line> link) {
        return link.left().name() + "-" + link.right().id();
    }

    private static String text(Links<User, Line> links) {
        return links.left().name() + "-" + links.after().stream().map(Line::id).toList();
    }

    private AssociationService<User, Integer, Line, String> service(
            UnaryOperator<AssociationService.Builder<User, Integer, Line, String>> more) {
        return more.apply(AssociationService.builder(USER_LINES, linkDao, userDao, lineDao, office.unitOfWork))
                .build();
    }

    private static DovetailException failure(ThrowingCallable call) {
        return catchThrowableOfType(DovetailException.class, call);
    }

    private List<String> heard() {
        return office.heard.stream()
                .map(event -> event.name() + " " + event.data())
                .toList();
    }

    @Nested
    class One {
        @Test
        void linksAndUnlinks() {
            assertThat(service.associate(NORTH, ann.id(), "a")).isTrue();
            assertThat(service.rights(NORTH, ann.id())).containsExactly(a);
            assertThat(service.dissociate(NORTH, ann.id(), "a")).isTrue();
            assertThat(service.rights(NORTH, ann.id())).isEmpty();
            assertThat(heard()).containsExactly("made ann-a", "undone ann-a");
            assertThat(office.heard).extracting(OutboxEntry::subject).containsOnly("User/1");
        }

        @Test
        void isIdempotentWithoutRuleOrEvent() {
            Rule<Link<User, Line>> rule = mock(Rule.class);
            AssociationService<User, Integer, Line, String> ruled = service(builder -> builder.notifier(links().build())
                    .validation(AssociationValidationGroup.<User, Line>builder()
                            .common(rule)
                            .build()));
            assertThat(ruled.dissociate(NORTH, ann.id(), "a")).isFalse();
            verify(rule, never()).check(any(), any());
            ruled.associate(NORTH, ann.id(), "a");
            verify(rule, times(1)).check(any(), any());
            assertThat(ruled.associate(NORTH, ann.id(), "a")).isFalse();
            verify(rule, times(1)).check(any(), any());
            assertThat(heard()).containsExactly("made ann-a");
        }

        @Test
        void looksForTheLeftSideFirst() {
            assertThat(failure(() -> service.associate(NORTH, 99, "zzz"))).hasMessage("User was not found (id: 99)");
            assertThat(failure(() -> service.associate(NORTH, ann.id(), "zzz")))
                    .hasMessage("Line was not found (id: zzz)");
            assertThat(failure(() -> service.dissociate(NORTH, 99, "zzz"))).hasMessage("User was not found (id: 99)");
            assertThat(failure(() -> service.dissociate(NORTH, ann.id(), "zzz")))
                    .hasMessage("Line was not found (id: zzz)");
        }

        @Test
        void hidesSidesOutsideTheScope() {
            assertThat(failure(() -> service.associate(SOUTH, ann.id(), "s")).kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> service.associate(NORTH, ann.id(), "s"))).hasMessage("Line was not found (id: s)");
            service.associate(BOTH, ann.id(), "s");
            assertThat(failure(() -> service.dissociate(NORTH, ann.id(), "s")).kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(office.userLines.linked(ann.id(), "s")).isTrue();
        }

        @Test
        void runsTheCommonRulesThenThoseOfTheOperation() {
            List<String> seen = new ArrayList<>();
            AssociationService<User, Integer, Line, String> ruled =
                    service(builder -> builder.validation(AssociationValidationGroup.<User, Line>builder()
                            .association((link, violations) -> seen.add("association " + text(link)))
                            .dissociation((link, violations) -> seen.add("dissociation " + text(link)))
                            .common((link, violations) -> seen.add("common"))
                            .build()));
            ruled.associate(NORTH, ann.id(), "a");
            ruled.dissociate(NORTH, ann.id(), "a");
            assertThat(seen).containsExactly("common", "association ann-a", "common", "dissociation ann-a");
        }

        @Test
        void refusesDifferentTenantsByRule() {
            AssociationService<User, Integer, Line, String> ruled =
                    service(builder -> builder.validation(AssociationValidationGroup.<User, Line>builder()
                            .association(Rules.sameTenant(USER_LINES))
                            .build()));
            DovetailException failure = failure(() -> ruled.associate(BOTH, ann.id(), "s"));
            assertThat(failure.kind()).isEqualTo(ErrorKind.DIFFERENT_TENANTS);
            assertThat(failure.violations().get(0).details())
                    .containsExactly(Map.entry("userTenant", "north"), Map.entry("lineTenant", "south"));
            assertThat(ruled.associate(BOTH, ann.id(), "a")).isTrue();
        }

        @Test
        void aFailedRuleLeavesNothing() {
            AssociationService<User, Integer, Line, String> ruled = service(builder -> builder.notifier(links().build())
                    .validation(AssociationValidationGroup.<User, Line>builder()
                            .dissociation(Rules.forbid("User", "No.", link -> true))
                            .build()));
            ruled.associate(NORTH, ann.id(), "a");
            assertThat(failure(() -> ruled.dissociate(NORTH, ann.id(), "a")).kind())
                    .isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(office.userLines.linked(ann.id(), "a")).isTrue();
            assertThat(heard()).containsExactly("made ann-a");
        }
    }

    @Nested
    class WholeSet {
        private boolean set(String... ids) {
            return service.associateAll(NORTH, ann.id(), List.of(ids));
        }

        @Test
        void announcesOnlyWhatChanged() {
            assertThat(set("a", "b")).isTrue();
            office.heard.clear();
            assertThat(set("b", "c")).isTrue();
            assertThat(heard()).containsExactly("undone ann-a", "made ann-c");
            assertThat(service.rights(NORTH, ann.id())).containsExactly(b, c);
        }

        @Test
        void leavesASetThatStaysAlone() {
            set("a", "b");
            office.heard.clear();
            clearInvocations(linkDao);
            assertThat(set("a", "b")).isFalse();
            verify(linkDao, never()).replace(any(), anyMap());
            assertThat(office.heard).isEmpty();
        }

        @Test
        void keepsTheOrderGivenAndAnnouncesNoLinkForAnotherOrder() {
            set("a", "b");
            office.heard.clear();
            assertThat(set("b", "a")).isTrue();
            assertThat(service.rights(NORTH, ann.id())).containsExactly(b, a);
            assertThat(office.heard).isEmpty();
        }

        /** A key given twice was checked and announced twice, though it makes one link. */
        @Test
        void countsARepeatOnce() {
            List<String> checked = new ArrayList<>();
            AssociationService<User, Integer, Line, String> ruled = service(builder -> builder.notifier(links().build())
                    .validation(AssociationValidationGroup.<User, Line>builder()
                            .association((link, violations) -> checked.add(text(link)))
                            .build()));
            assertThat(ruled.associateAll(NORTH, ann.id(), List.of("b", "a", "b")))
                    .isTrue();
            assertThat(service.rights(NORTH, ann.id())).containsExactly(b, a);
            assertThat(checked).containsExactly("ann-b", "ann-a");
            assertThat(heard()).containsExactly("made ann-b", "made ann-a");
        }

        @Test
        void setRulesSeeTheRepeats() {
            List<Links<User, Line>> seen = new ArrayList<>();
            AssociationService<User, Integer, Line, String> ruled =
                    service(builder -> builder.validation(AssociationValidationGroup.<User, Line>builder()
                            .set((links, violations) -> seen.add(links))
                            .build()));
            set("c");
            ruled.associateAll(NORTH, ann.id(), List.of("b", "a", "b"));
            Links<User, Line> links = seen.get(0);
            assertThat(links.before()).containsExactly(c);
            assertThat(links.after()).containsExactly(b, a, b);
            assertThat(links.added()).containsExactly(b, a);
            assertThat(links.removed()).containsExactly(c);
        }

        @Test
        void runsTheRulesOfTheSetThenOfWhatLeavesThenOfWhatComes() {
            List<String> seen = new ArrayList<>();
            AssociationService<User, Integer, Line, String> ruled =
                    service(builder -> builder.validation(AssociationValidationGroup.<User, Line>builder()
                            .association((link, violations) -> seen.add("comes " + text(link)))
                            .dissociation((link, violations) -> seen.add("leaves " + text(link)))
                            .set((links, violations) -> seen.add("set"))
                            .build()));
            set("a", "b");
            ruled.associateAll(NORTH, ann.id(), List.of("b", "c"));
            assertThat(seen).containsExactly("set", "leaves ann-a", "comes ann-c");
        }

        @Test
        void reportsUnknownReferences() {
            set("a");
            DovetailException failure = failure(() -> set("b", "zzz"));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REFERENCE_NOT_FOUND);
            assertThat(failure.violations().get(0).path()).hasToString("lines");
            assertThat(failure.violations().get(0).resource()).isEqualTo("Line");
            assertThat(failure.violations().get(0).details()).containsExactly(Map.entry("id", "zzz"));
            assertThat(failure(() -> set("s")).kind()).isEqualTo(ErrorKind.REFERENCE_NOT_FOUND);
            assertThat(failure(() -> service.associateAll(NORTH, 99, List.of("zzz")))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(service.rights(NORTH, ann.id())).containsExactly(a);
        }

        @Test
        void announcesTheWholeSetWhenAsked() {
            AssociationService<User, Integer, Line, String> whole = service(builder -> builder.notifier(
                    links().replaced(links -> REPLACED.of(text(links))).build()));
            whole.associateAll(NORTH, ann.id(), List.of("a"));
            whole.associateAll(NORTH, ann.id(), List.of("a"));
            assertThat(heard()).containsExactly("replaced ann-[a]");
        }

        @Test
        void announcesAlwaysWhenAsked() {
            AssociationService<User, Integer, Line, String> always = service(builder -> builder.notifier(
                    links().replaced(links -> REPLACED.of(text(links))).always().build()));
            assertThat(always.associateAll(NORTH, ann.id(), List.of())).isFalse();
            assertThat(heard()).containsExactly("replaced ann-[]");
        }

        /** A set given in another order, or with a repeat, was announced as replaced though it had stayed the same. */
        @Test
        void anUnorderedSetStaysTheSameInAnotherOrder() {
            Association<User, Integer, Line, String> unordered =
                    Association.between(USERS, LINES).name("unordered").build();
            AssociationService<User, Integer, Line, String> whole = AssociationService.builder(
                            unordered, office.store.dao(unordered), office.users, office.lines, office.unitOfWork)
                    .notifier(
                            links().replaced(links -> REPLACED.of(text(links))).build())
                    .build();
            whole.associateAll(NORTH, ann.id(), List.of("a", "b"));
            assertThat(whole.associateAll(NORTH, ann.id(), List.of("b", "a"))).isFalse();
            assertThat(whole.associateAll(NORTH, ann.id(), List.of("b", "a", "b")))
                    .isFalse();
            assertThat(heard()).containsExactly("replaced ann-[a, b]");
        }

        @Test
        void dissociateAllUndoesEachByItself() {
            set("a", "b");
            office.heard.clear();
            assertThat(service.dissociateAll(NORTH, ann.id())).isTrue();
            assertThat(service.dissociateAll(NORTH, ann.id())).isFalse();
            assertThat(heard()).containsExactly("undone ann-a", "undone ann-b");
            assertThat(failure(() -> service.dissociateAll(SOUTH, ann.id())).kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
        }

        @Test
        void leavesLinksAloneThatTheCallDoesNotSee() {
            service.associateAll(ALL, ann.id(), List.of("s", "a"));
            office.heard.clear();
            assertThat(service.associateAll(NORTH, ann.id(), List.of("b"))).isTrue();
            assertThat(service.rights(ALL, ann.id())).containsExactlyInAnyOrder(s, b);
            assertThat(service.dissociateAll(NORTH, ann.id())).isTrue();
            assertThat(service.rights(ALL, ann.id())).containsExactly(s);
            assertThat(heard()).containsExactly("undone ann-a", "made ann-b", "undone ann-b");
        }

        @Test
        void sendsACommandForEachKindOfChangeOnce() {
            AssociationService<User, Integer, Line, String> commanding = service(builder -> builder.notifier(
                    links().command(Command.of("pbx", "reload")).build()));
            office.unitOfWork.run(NORTH, () -> {
                commanding.associateAll(NORTH, ann.id(), List.of("a", "b"));
                commanding.dissociate(NORTH, ann.id(), "a");
            });
            // no sender is registered for the target: the command is kept and counted, once
            assertThat(office.store.outbox().backlog().entries()).isEqualTo(1);
            assertThat(office.store.outbox().backlog().failing()).isEqualTo(1);
        }
    }

    @Nested
    class Main {
        private final Association<User, Integer, Line, String> told =
                Association.between(USERS, LINES).name("told").main().build();
        private final List<String> seen = new ArrayList<>();
        private final AssociationService<User, Integer, Line, String> mains = noting(told);

        private AssociationService<User, Integer, Line, String> noting(
                Association<User, Integer, Line, String> association) {
            return AssociationService.builder(
                            association, office.store.dao(association), office.users, office.lines, office.unitOfWork)
                    .validation(AssociationValidationGroup.<User, Line>builder()
                            .association((link, violations) -> seen.add("comes " + told(link)))
                            .dissociation((link, violations) -> seen.add("leaves " + told(link)))
                            .build())
                    .build();
        }

        private static String told(Link<User, Line> link) {
            return text(link) + (link.mainRight() ? " main line" : "") + (link.mainLeft() ? " main user" : "");
        }

        @Test
        void isTheFirstOfEachSide() {
            mains.associate(ALL, ann.id(), "a");
            mains.associate(ALL, ann.id(), "b");
            mains.associate(ALL, sue.id(), "b");
            mains.dissociate(ALL, ann.id(), "b");
            mains.dissociate(ALL, sue.id(), "b");
            assertThat(seen)
                    .containsExactly(
                            "comes ann-a main line main user",
                            "comes ann-b main user",
                            "comes sue-b main line",
                            "leaves ann-b main user",
                            "leaves sue-b main line main user");
        }

        @Test
        void isToldOfEachLinkOfASet() {
            mains.associate(ALL, sue.id(), "c");
            mains.associateAll(ALL, ann.id(), List.of("b", "a"));
            seen.clear();
            mains.associateAll(ALL, ann.id(), List.of("c", "a"));
            assertThat(seen).containsExactly("leaves ann-b main line main user", "comes ann-c main line");
        }

        @Test
        void isToldToWhatAnnouncesASet() {
            List<Links<User, Line>> sets = new ArrayList<>();
            AssociationService<User, Integer, Line, String> whole = AssociationService.builder(
                            told, office.store.dao(told), office.users, office.lines, office.unitOfWork)
                    .notifier(AssociationNotifier.<User, Line>builder()
                            .onReplaced((links, announcements) -> sets.add(links))
                            .build())
                    .build();
            whole.associate(ALL, sue.id(), "a");
            whole.associateAll(ALL, ann.id(), List.of("a", "b"));
            whole.associateAll(ALL, ann.id(), List.of("b"));
            assertThat(sets.get(0).mainAfter()).containsExactly(b);
            assertThat(sets.get(0).mainBefore()).isEmpty();
            assertThat(sets.get(1).mainBefore()).containsExactly(b);
            assertThat(sets.get(1).linkBefore(a).mainRight()).isTrue();
            assertThat(sets.get(1).linkBefore(b).mainRight()).isFalse();
            assertThat(sets.get(1).linkAfter(b).mainRight()).isTrue();
        }

        /** A set told of main ones by its order even where the association has none. */
        @Test
        void isNotToldUnlessDeclared() {
            AssociationService<User, Integer, Line, String> plain = noting(USER_LINES);
            plain.associate(ALL, ann.id(), "a");
            plain.associateAll(ALL, ann.id(), List.of("b"));
            plain.dissociate(ALL, ann.id(), "b");
            assertThat(seen).containsExactly("comes ann-a", "leaves ann-a", "comes ann-b", "leaves ann-b");
        }
    }

    @Nested
    class Following {
        private final List<String> seen = new ArrayList<>();
        private final AssociationService<User, Integer, Line, String> followed =
                service(builder -> builder.notifier(AssociationNotifier.<User, Line>builder()
                                .associated(link -> said("announced", link))
                                .dissociated(link -> said("announced", link))
                                .build())
                        .afterLinking(link -> said("linked", link))
                        .afterUnlinking(link -> said("unlinked", link)));

        private Event said(String what, Link<User, Line> link) {
            seen.add(what + " " + text(link) + " " + office.userLines.rights(ann.id()));
            return MADE.of(what);
        }

        @Test
        void comesOnceTheDataIsWrittenAndBeforeTheEvent() {
            followed.associate(NORTH, ann.id(), "a");
            followed.associate(NORTH, ann.id(), "a");
            followed.dissociate(NORTH, ann.id(), "a");
            followed.dissociate(NORTH, ann.id(), "a");
            assertThat(seen)
                    .containsExactly(
                            "linked ann-a [a]", "announced ann-a [a]", "unlinked ann-a []", "announced ann-a []");
        }

        @Test
        void comesForEachLinkOfASet() {
            followed.associateAll(NORTH, ann.id(), List.of("a", "b"));
            seen.clear();
            followed.associateAll(NORTH, ann.id(), List.of("b", "c"));
            followed.associateAll(NORTH, ann.id(), List.of("c", "b"));
            assertThat(seen)
                    .containsExactly(
                            "unlinked ann-a [b, c]",
                            "linked ann-c [b, c]",
                            "announced ann-a [b, c]",
                            "announced ann-c [b, c]");
        }

        @Test
        void undoesTheLinkWhenItFails() {
            AssociationService<User, Integer, Line, String> failing =
                    service(builder -> builder.notifier(links().build()).afterLinking(link -> {
                        throw Errors.notPermitted("User", "No.", Details.none()).toException();
                    }));
            assertThat(failure(() -> failing.associate(NORTH, ann.id(), "a")).kind())
                    .isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(office.userLines.linked(ann.id(), "a")).isFalse();
            assertThat(office.heard).isEmpty();
        }
    }

    @Nested
    class LookUps {
        @Test
        void goBothWays() {
            service.associateAll(NORTH, ann.id(), List.of("b", "a"));
            assertThat(service.rights(NORTH, ann.id())).containsExactly(b, a);
            assertThat(service.lefts(NORTH, "a")).containsExactly(ann);
            assertThat(service.lefts(NORTH, "c")).isEmpty();
            assertThat(failure(() -> service.rights(SOUTH, ann.id())).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> service.lefts(SOUTH, "a")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        }

        @Test
        void hideWhatIsOutsideTheScope() {
            service.associateAll(ALL, ann.id(), List.of("a", "s"));
            service.associate(ALL, sue.id(), "a");
            assertThat(service.rights(NORTH, ann.id())).containsExactly(a);
            assertThat(service.rights(BOTH, ann.id())).containsExactly(a, s);
            assertThat(service.lefts(NORTH, "a")).containsExactly(ann);
            assertThat(service.lefts(BOTH, List.of("a", "b"))).containsExactly(Map.entry("a", List.of(ann, sue)));
        }

        @Test
        void costTwoQueriesForAnyNumberOfObjects() {
            service.associateAll(ALL, ann.id(), List.of("a", "b"));
            service.associateAll(ALL, sue.id(), List.of("b", "s"));
            clearInvocations(linkDao, lineDao, userDao);
            assertThat(service.rights(ALL, List.of(ann.id(), sue.id(), 99)))
                    .containsExactly(Map.entry(ann.id(), List.of(a, b)), Map.entry(sue.id(), List.of(b, s)));
            verify(linkDao, times(1)).linksOfLefts(anyCollection());
            verify(lineDao, times(1)).findAll(anyCollection());
            verify(userDao, never()).find(any());
        }

        @Test
        void askNothingMoreWithoutLinks() {
            clearInvocations(lineDao);
            assertThat(service.rights(ALL, List.of(ann.id()))).isEmpty();
            verify(lineDao, never()).findAll(anyCollection());
        }
    }

    @Nested
    class LockOrder {
        /** Of two resources the one whose name comes first is locked first, whichever side it is. */
        @Test
        void isThatOfTheNames() {
            InOrder order = inOrder(lineDao, userDao);
            service.associate(NORTH, ann.id(), "a");
            order.verify(lineDao).lock("a");
            order.verify(userDao).lock(ann.id());
            service.associateAll(NORTH, ann.id(), List.of("b", "a"));
            order.verify(lineDao).lockAll(any());
            order.verify(userDao).lock(ann.id());
        }

        /**
         * Undoing all links locked the left side, then the others one by one: against the order of every other call.
         */
        @Test
        void holdsWhenAllAreUndone() {
            service.associateAll(NORTH, ann.id(), List.of("b", "a"));
            clearInvocations(lineDao, userDao);
            InOrder order = inOrder(lineDao, userDao);
            service.dissociateAll(NORTH, ann.id());
            order.verify(lineDao).lockAll(any());
            order.verify(userDao).lock(ann.id());
        }

        @Test
        void isThatOfTheKeysWithinOneResource() {
            Association<User, Integer, User, Integer> deputies =
                    Association.between(USERS, USERS).name("deputies").build();
            AssociationService<User, Integer, User, Integer> service = AssociationService.builder(
                            deputies, office.store.dao(deputies), userDao, userDao, office.unitOfWork)
                    .build();
            InOrder order = inOrder(userDao);
            service.associate(ALL, sue.id(), ann.id());
            order.verify(userDao).lock(ann.id());
            order.verify(userDao).lock(sue.id());
            service.associate(ALL, ann.id(), sue.id());
            order.verify(userDao).lock(ann.id());
            order.verify(userDao).lock(sue.id());
            assertThat(service.rights(ALL, sue.id())).containsExactly(ann);
        }

        /** Replacing a set within one resource locked the left row first, whatever its key. */
        @Test
        void isThatOfTheKeysWhenASetIsReplacedWithinOneResource() {
            Association<User, Integer, User, Integer> deputies =
                    Association.between(USERS, USERS).name("deputies").build();
            AssociationService<User, Integer, User, Integer> service = AssociationService.builder(
                            deputies, office.store.dao(deputies), userDao, userDao, office.unitOfWork)
                    .build();
            InOrder order = inOrder(userDao);
            service.associateAll(ALL, sue.id(), List.of(ann.id()));
            order.verify(userDao).lockAll(new java.util.TreeSet<>(List.of(ann.id(), sue.id())));
            order.verify(userDao).lock(sue.id());
        }
    }

    @Test
    void anEventFactoryThatThrowsUndoesTheLink() {
        AssociationService<User, Integer, Line, String> throwing =
                service(builder -> builder.notifier(AssociationNotifier.<User, Line>builder()
                        .associated(link -> {
                            throw Errors.notPermitted("User", "No.", Details.none())
                                    .toException();
                        })
                        .build()));
        failure(() -> throwing.associate(NORTH, ann.id(), "a"));
        assertThat(office.userLines.linked(ann.id(), "a")).isFalse();
        assertThat(office.heard).isEmpty();
    }
}
