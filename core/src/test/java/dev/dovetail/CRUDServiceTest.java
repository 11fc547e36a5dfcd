package dev.dovetail;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.BOTH;
import static dev.dovetail.sample.Office.EXTENSION;
import static dev.dovetail.sample.Office.FLOOR;
import static dev.dovetail.sample.Office.NAME;
import static dev.dovetail.sample.Office.NORTH;
import static dev.dovetail.sample.Office.SOUTH;
import static dev.dovetail.sample.Office.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Notifier;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.notification.outbox.Relay;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Resource;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.Office;
import dev.dovetail.sample.User;
import dev.dovetail.transaction.UnitOfWork;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.ValidationGroup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CRUDServiceTest {
    private static final Notifier<Change<User>> EVENTS = Notifier.<User>of()
            .created(Office.CREATED::of)
            .edited(change -> Office.EDITED.of(change.value()))
            .deleted(Office.DELETED::of)
            .build();

    private final Office office = new Office();
    private final CRUDService<User, Integer> users = service(builder -> builder.notifier(EVENTS));

    private CRUDService<User, Integer> service(UnaryOperator<CRUDService.Builder<User, Integer>> more) {
        return more.apply(CRUDService.builder(office.users, office.unitOfWork)).build();
    }

    private static DovetailException failure(ThrowingCallable call) {
        return catchThrowableOfType(DovetailException.class, call);
    }

    private static Rule<Change<User>> fails(String reason) {
        return (change, violations) -> violations.add(Errors.notPermitted(
                "User", reason, Details.of("name", change.value().name())));
    }

    @Nested
    class Many {
        private CRUDService<User, Integer> ruled(ValidationGroup.Builder<User> rules, Notifier<Change<User>> notifier) {
            return CRUDService.builder(office.users, office.unitOfWork)
                    .validation(rules.build())
                    .notifier(notifier)
                    .build();
        }

        private List<String> told(ThrowingCallable call) {
            return failure(call).violations().stream()
                    .map(each -> each.path() + " " + each.code() + " "
                            + each.details().get("name"))
                    .toList();
        }

        @Test
        void faultsOfInputComeBeforeRulesAndUnderTheirIndexes() {
            assertThat(told(() -> ruled(ValidationGroup.<User>builder().create(fails("Never.")), Notifier.none())
                            .createAll(NORTH, List.of(User.named("ann"), User.named("much too long a name")))))
                    .containsExactly("[1].name size null");
            assertThat(office.users.search(Search.all()).items()).isEmpty();
        }

        @Test
        void rulesOfEachOperationRun() {
            User ann = office.have(User.named("ann").of("north"));
            CRUDService<User, Integer> service = ruled(
                    ValidationGroup.<User>builder()
                            .create(fails("No creation."))
                            .edit(fails("No edit."))
                            .delete(fails("No deletion.")),
                    Notifier.none());

            assertThat(told(() -> service.createAll(NORTH, List.of(User.named("bob"), User.named("cid")))))
                    .containsExactly("[0] not-permitted bob", "[1] not-permitted cid");
            assertThat(failure(() -> service.editAll(
                            NORTH, Map.of(ann.id(), Edit.of(USERS).set(FLOOR, 2)))))
                    .hasMessageContaining("No edit.");
            assertThat(failure(() -> service.deleteAll(NORTH, List.of(ann.id()))))
                    .hasMessageContaining("No deletion.");
            assertThat(office.users.search(Search.all()).items()).containsExactly(ann);
        }

        @Test
        void laterRulesSeeOnlyWhatEarlierOnesLetPass() {
            List<String> seen = new ArrayList<>();
            CRUDService<User, Integer> service = ruled(
                    ValidationGroup.<User>builder()
                            .create((change, violations) -> {
                                if (change.value().floor() > 1) {
                                    fails("Too high.").check(change, violations);
                                }
                            })
                            .create((change, violations) -> {
                                seen.add(change.value().name());
                                fails("Never.").check(change, violations);
                            })
                            .stopAtFirst(),
                    Notifier.none());

            assertThat(told(() -> service.createAll(
                            NORTH,
                            List.of(
                                    User.named("ann").on(2),
                                    User.named("bob"),
                                    User.named("cid").on(3)))))
                    .containsExactly("[0] not-permitted ann", "[1] not-permitted bob", "[2] not-permitted cid");
            assertThat(seen).containsExactly("bob");
        }

        @Test
        void commandsOfDeletionsAreSent() {
            List<Command> sent = new ArrayList<>();
            Relay relay = new Relay(office.store.outbox(), List.of(), Map.of("pbx", sent::addAll), Clock.systemUTC());
            UnitOfWork unitOfWork = new UnitOfWork(
                    office.store, office.store.outbox(), relay::wake, Clock.systemUTC(), UUID::randomUUID);
            CRUDService<User, Integer> service = CRUDService.builder(office.users, unitOfWork)
                    .notifier((change, announcements) -> announcements.command(new Command("pbx", "reload", Map.of())))
                    .build();
            List<User> made =
                    service.createAll(NORTH, List.of(User.named("ann"), User.named("bob"), User.named("cid")));
            assertThat(sent).as("once per unit").hasSize(1);

            service.deleteAll(NORTH, List.of(made.get(0).id(), made.get(1).id()));
            assertThat(sent).hasSize(2);
            service.delete(NORTH, made.get(2).id());
            assertThat(sent).hasSize(3);
            assertThat(unitOfWork
                            .dryRun(NORTH, () -> service.create(NORTH, User.named("eve")))
                            .commands())
                    .extracting(OutboxEntry::name)
                    .containsExactly("reload");
            assertThat(sent).hasSize(3);
        }

        @Test
        void batchTakesCallsThatReturnNothing() {
            User ann = office.have(User.named("ann").of("north"));
            Batch batch = Batch.in(office.unitOfWork);
            batch.add(() -> users.delete(NORTH, ann.id()));
            Batch.Step<User> bob = batch.add(() -> users.create(NORTH, User.named("bob")));

            batch.run(NORTH);

            assertThat(office.users.search(Search.all()).items()).containsExactly(bob.result());
        }

        @Test
        void retryingNeedsAVersion() {
            CRUDService<Line, String> lines =
                    CRUDService.builder(office.lines, office.unitOfWork).build();
            office.have(new Line("l", "north", "line"));

            assertThatThrownBy(() -> lines.editRetrying(NORTH, "l", line -> line))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("version");
        }
    }

    @Nested
    class Scoped {
        private final User ann = office.have(User.named("ann").of("north"));
        private final User sue = office.have(User.named("sue").of("south"));

        @Test
        void getHidesWhatIsOutside() {
            assertThat(users.get(NORTH, ann.id())).isEqualTo(ann);
            assertThat(users.get(BOTH, sue.id())).isEqualTo(sue);
            DovetailException failure = failure(() -> users.get(SOUTH, ann.id()));
            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure).hasMessage("User was not found (id: 1)");
            assertThat(failure.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.code()).isEqualTo("not-found");
                assertThat(violation.details()).containsExactly(Map.entry("id", ann.id()));
            });
        }

        @Test
        void findHidesWhatIsOutside() {
            assertThat(users.find(NORTH, ann.id())).contains(ann);
            assertThat(users.find(SOUTH, ann.id())).isEmpty();
            assertThat(users.find(ALL, 99)).isEmpty();
        }

        @Test
        void findAllHidesWhatIsOutside() {
            assertThat(users.findAll(NORTH, List.of(ann.id(), sue.id(), 99))).containsExactly(ann);
            assertThat(users.findAll(BOTH, List.of(ann.id(), sue.id()))).containsExactlyInAnyOrder(ann, sue);
        }

        @Test
        void findByAndGetByHideWhatIsOutside() {
            Criterion<User> isAnn = Criterion.equal(NAME, "ann");
            assertThat(users.findBy(NORTH, isAnn)).contains(ann);
            assertThat(users.findBy(SOUTH, isAnn)).isEmpty();
            assertThat(users.getBy(ALL, isAnn)).isEqualTo(ann);
            assertThat(failure(() -> users.getBy(SOUTH, isAnn)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        }

        @Test
        void searchCountsOnlyWhatIsInside() {
            Search<User> byName = Search.<User>all().by(Order.ascending(NAME));
            assertThat(users.search(NORTH, byName).items()).containsExactly(ann);
            assertThat(users.search(NORTH, byName).total()).isEqualTo(1);
            assertThat(users.search(BOTH, byName).items()).containsExactly(ann, sue);
            assertThat(users.search(ALL, byName.limit(1)).total()).isEqualTo(2);
        }

        @Test
        void editAndDeleteHideWhatIsOutside() {
            Edit<User> edit = Edit.of(USERS).set(NAME, "eve");
            assertThat(failure(() -> users.edit(SOUTH, ann.id(), edit)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> users.edit(SOUTH, ann)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure(() -> users.delete(SOUTH, ann.id())).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(users.get(ALL, ann.id())).isEqualTo(ann);
            assertThat(office.heard).isEmpty();
        }

        @Test
        void createdOutsideOfTheScopeIsRefused() {
            DovetailException failure =
                    failure(() -> users.create(SOUTH, User.named("eve").of("north")));
            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(users.search(ALL, Search.all()).total()).isEqualTo(2);
        }

        @Test
        void bulkIsConfinedToTheScope() {
            assertThat(users.createAll(NORTH, List.of(User.named("eve"))))
                    .extracting(User::tenant)
                    .containsExactly("north");
            assertThat(failure(() -> users.deleteAll(NORTH, List.of(ann.id(), sue.id())))
                            .violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.path() + " " + violation.code())
                            .isEqualTo("[1] not-found"));
            assertThat(failure(() -> users.createAll(
                                    NORTH,
                                    List.of(User.named("bob"), User.named("cid").of("south"))))
                            .violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.path() + " " + violation.code())
                            .isEqualTo("[1] not-permitted"));
            assertThat(failure(() -> users.editAll(
                                    NORTH, Map.of(ann.id(), Edit.of(USERS).set(USERS.column(User::tenant), "south"))))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(users.search(ALL, Search.all()).total()).isEqualTo(3);
        }

        @Test
        void movingOutOfTheScopeIsRefused() {
            Edit<User> move = Edit.of(USERS).set(USERS.column(User::tenant), "north");
            assertThat(failure(() -> users.edit(SOUTH, sue.id(), move)).kind()).isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(users.edit(BOTH, sue.id(), move).tenant()).isEqualTo("north");
        }

        /** An object without tenant was found by its key and missing from every list. */
        @Test
        void whatHasNoTenantIsSeenByAllInListsToo() {
            Resource<Memo, String> memos =
                    Resource.of(Memo.class, Memo::id).tenant(Memo::tenant).build();
            CRUDService<Memo, String> service = CRUDService.builder(office.store.dao(memos), office.unitOfWork)
                    .build();
            Memo shared = service.create(ALL, new Memo("shared", null));
            Memo north = service.create(NORTH, new Memo("north", null));
            assertThat(north.tenant()).isEqualTo("north");
            assertThat(service.get(SOUTH, "shared")).isEqualTo(shared);
            assertThat(service.findBy(SOUTH, Criterion.equal(memos.key(), "shared")))
                    .contains(shared);
            assertThat(service.search(SOUTH, Search.all()).items()).containsExactly(shared);
        }

        @Test
        void resourcesWithoutTenantIgnoreTheScope() {
            Resource<Line, String> shared = Resource.of(Line.class, Line::id).build();
            CRUDService<Line, String> lines = CRUDService.builder(office.store.dao(shared), office.unitOfWork)
                    .build();
            Line line = lines.create(SOUTH, new Line("a", "north", "l"));
            assertThat(lines.get(NORTH, "a")).isEqualTo(line);
            assertThat(lines.search(NORTH, Search.all()).items()).containsExactly(line);
        }
    }

    @Nested
    class Creating {
        @Test
        void fillsInKeyTenantAndVersion() {
            User created = users.create(BOTH, User.named("ann"));
            assertThat(created).isEqualTo(new User(1, "north", "ann", null, 1, 1));
            assertThat(users.get(NORTH, 1)).isEqualTo(created);
        }

        @Test
        void keepsTheTenantGivenIfItIsSeen() {
            assertThat(users.create(BOTH, User.named("ann").of("south")).tenant())
                    .isEqualTo("south");
            assertThat(users.create(ALL, User.named("bob").of("west")).tenant()).isEqualTo("west");
        }

        @Test
        @SuppressWarnings("NullAway")
        void reportsEverythingWrongWithTheInputInOrderOfDeclaration() {
            User wrong = new User(null, null, "much too long", "12a", 0, 0);
            DovetailException failure = failure(() -> users.create(NORTH, wrong));
            assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
            assertThat(failure.violations())
                    .extracting(violation -> violation.path().toString(), Violation::code, Violation::resource)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("name", "size", "User"),
                            org.assertj.core.groups.Tuple.tuple("extension", "pattern", "User"),
                            org.assertj.core.groups.Tuple.tuple("floor", "min", "User"));
            assertThat(failure.violations().get(0).details())
                    .containsEntry("min", 1)
                    .containsEntry("max", 10);
            assertThat(failure.violations().get(1).details()).containsEntry("regexp", "[0-9]+");
            assertThat(failure.violations().get(2).details()).containsEntry("value", 1L);
            assertThat(users.search(ALL, Search.all()).total()).isZero();
        }

        @Test
        @SuppressWarnings("NullAway")
        void refusesNullWhereNoneIsAllowed() {
            DovetailException failure = failure(() -> users.create(NORTH, User.named(null)));
            assertThat(failure.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.path()).hasToString("name");
                assertThat(violation.code()).isEqualTo("null");
            });
        }

        @Test
        @SuppressWarnings("unchecked")
        void runsNoRuleOnWrongInput() {
            Rule<Change<User>> rule = mock(Rule.class);
            CRUDService<User, Integer> ruled = service(builder -> builder.validation(
                    ValidationGroup.<User>builder().create(rule).build()));
            assertThatThrownBy(() -> ruled.create(NORTH, User.named("")));
            verify(rule, never()).check(any(), any());
            ruled.create(NORTH, User.named("ann"));
            verify(rule).check(any(), any());
        }

        @Test
        void preparesBeforeTheRules() {
            List<String> seen = new ArrayList<>();
            CRUDService<User, Integer> prepared = service(builder -> builder.preparation(change -> {
                        seen.add("prepared " + change.value().tenant() + " " + change.operation());
                        return change.value().at("100");
                    })
                    .validation(ValidationGroup.<User>builder()
                            .common((change, violations) ->
                                    seen.add("checked " + change.value().extension()))
                            .build()));
            assertThat(prepared.create(NORTH, User.named("ann")).extension()).isEqualTo("100");
            assertThat(seen).containsExactly("prepared north CREATE", "checked 100");
        }

        @Test
        void reportsAUniqueThatNoRuleChecks() {
            users.create(NORTH, User.named("ann"));
            DovetailException failure = failure(() -> users.create(NORTH, User.named("ann")));
            assertThat(failure.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS);
            assertThat(failure.violations().get(0).details()).containsExactly(Map.entry("name", "ann"));
            users.create(SOUTH, User.named("ann"));
        }
    }

    @Nested
    class Ruled {
        private final User ann = office.have(User.named("ann").of("north"));

        private List<String> reasons(boolean first, Call call) {
            ValidationGroup.Builder<User> group = ValidationGroup.<User>builder()
                    .create(fails("create."))
                    .edit(fails("edit."))
                    .delete(fails("delete."))
                    .common(fails("common."));
            CRUDService<User, Integer> ruled =
                    service(builder -> builder.validation((first ? group.stopAtFirst() : group).build()));
            return failure(() -> call.on(ruled)).violations().stream()
                    .map(violation -> violation.message().split(" ")[3])
                    .toList();
        }

        @Test
        void runsTheCommonRulesBeforeThoseOfTheOperation() {
            assertThat(reasons(false, service -> service.create(NORTH, User.named("bob"))))
                    .containsExactly("common.", "create.");
            assertThat(reasons(false, service -> service.edit(NORTH, ann.id(), Edit.of(USERS))))
                    .containsExactly("common.", "edit.");
        }

        @Test
        void runsNoCommonRuleOnADeletion() {
            assertThat(reasons(false, service -> service.delete(NORTH, ann.id())))
                    .containsExactly("delete.");
        }

        @Test
        void stopsAtTheFirstWhenAsked() {
            assertThat(reasons(true, service -> service.create(NORTH, User.named("bob"))))
                    .containsExactly("common.");
        }

        @Test
        void aFailedRuleChangesAndAnnouncesNothing() {
            reasons(false, service -> service.delete(NORTH, ann.id()));
            reasons(
                    false,
                    service -> service.edit(NORTH, ann.id(), Edit.of(USERS).set(NAME, "eve")));
            assertThat(users.search(ALL, Search.all()).items()).containsExactly(ann);
            assertThat(office.heard).isEmpty();
        }
    }

    /** May belong to nobody. */
    private record Memo(String id, @Nullable String tenant) {}

    /** Calls a service. */
    private interface Call {
        void on(CRUDService<User, Integer> service);
    }

    @Nested
    class Editing {
        private final List<Change<User>> changes = new ArrayList<>();
        private final CRUDService<User, Integer> watched = service(builder -> builder.notifier(EVENTS)
                .validation(ValidationGroup.<User>builder()
                        .edit((change, violations) -> changes.add(change))
                        .build()));
        private final User ann = office.have(new User(0, "north", "ann", "100", 2, 0));

        @Test
        void changesWhatIsGivenAndKeepsTheRest() {
            User edited = watched.edit(NORTH, ann.id(), Edit.of(USERS).set(NAME, "eve"));
            assertThat(edited).isEqualTo(new User(ann.id(), "north", "eve", "100", 2, 2));
            assertThat(watched.get(NORTH, ann.id())).isEqualTo(edited);
        }

        @Test
        void tellsRulesWhatWasGivenAndWhatChanged() {
            watched.edit(NORTH, ann.id(), Edit.of(USERS).set(NAME, "eve").set(FLOOR, 2));
            Change<User> change = changes.get(0);
            assertThat(change.before()).contains(ann);
            assertThat(change.value().name()).isEqualTo("eve");
            assertThat(change.given()).containsExactly(NAME, FLOOR);
            assertThat(change.changed(NAME)).isTrue();
            assertThat(change.changed(FLOOR)).isFalse();
            assertThat(change.changed(USERS.columns())).containsExactly(NAME);
        }

        @Test
        void absentIsNotNull() {
            assertThat(watched.edit(NORTH, ann.id(), Edit.of(USERS).set(FLOOR, 3))
                            .extension())
                    .isEqualTo("100");
            assertThat(watched.edit(NORTH, ann.id(), Edit.of(USERS).set(EXTENSION, null))
                            .extension())
                    .isNull();
            DovetailException failure =
                    failure(() -> watched.edit(NORTH, ann.id(), Edit.of(USERS).set(NAME, null)));
            assertThat(failure.violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.code()).isEqualTo("null"));
        }

        /** A null given for a primitive became 0 without a word. */
        @Test
        void refusesNullForAPrimitive() {
            DovetailException failure =
                    failure(() -> watched.edit(NORTH, ann.id(), Edit.of(USERS).set(FLOOR, null)));
            assertThat(failure.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.code()).isEqualTo("null");
                assertThat(violation.path()).hasToString("floor");
            });
            assertThat(watched.get(NORTH, ann.id())).isEqualTo(ann);
        }

        @Test
        void checksOnlyTheColumnsGiven() {
            User odd = office.have(new User(0, "north", "a name from before", null, 0, 0));
            assertThat(watched.edit(NORTH, odd.id(), Edit.of(USERS).set(EXTENSION, "7"))
                            .extension())
                    .isEqualTo("7");
            assertThat(failure(() ->
                                    watched.edit(NORTH, odd.id(), Edit.of(USERS).set(FLOOR, 0)))
                            .violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.path()).hasToString("floor"));
        }

        @Test
        void anEditThatChangesNothingWritesNothingAndIsAnnounced() {
            User edited = watched.edit(NORTH, ann.id(), Edit.of(USERS).set(NAME, "ann"));
            assertThat(edited).isEqualTo(ann);
            assertThat(edited.version()).isEqualTo(1);
            assertThat(office.events()).containsExactly("user_edited");
        }

        @Test
        void aWholeRecordMustBeUpToDate() {
            User edited = watched.edit(NORTH, ann.on(3));
            assertThat(edited).isEqualTo(new User(ann.id(), "north", "ann", "100", 3, 2));
            DovetailException failure = failure(() -> watched.edit(NORTH, ann.on(4)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.STALE_VERSION);
            assertThat(failure.violations().get(0).details())
                    .containsExactly(Map.entry("given", 1), Map.entry("stored", 2));
        }

        @Test
        void anEditMayExpectAVersion() {
            Edit<User> edit = Edit.of(USERS).set(FLOOR, 5);
            assertThat(failure(() -> watched.edit(NORTH, ann.id(), edit.expecting(2)))
                            .kind())
                    .isEqualTo(ErrorKind.STALE_VERSION);
            assertThat(watched.edit(NORTH, ann.id(), edit.expecting(1)).floor()).isEqualTo(5);
        }

        /** A version given as a long never equalled the int in the record: every edit was stale. */
        @Test
        void comparesVersionsAsNumbers() {
            assertThat(watched.edit(
                                    NORTH,
                                    ann.id(),
                                    Edit.of(USERS).set(FLOOR, 5).expecting(1L))
                            .floor())
                    .isEqualTo(5);
        }

        /** An edit of the key stored the row under its old key with the new one inside. */
        @Test
        void refusesToChangeTheKey() {
            DovetailException failure =
                    failure(() -> watched.edit(NORTH, ann.id(), Edit.of(USERS).set(USERS.key(), 77)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(users.search(ALL, Search.all()).items()).containsExactly(ann);
            watched.edit(NORTH, ann.id(), Edit.of(USERS).set(USERS.key(), ann.id()));
        }

        /** A version expected of a resource that has none was passed over: the edit was never stale. */
        @Test
        void aVersionCanOnlyBeExpectedWhereThereIsOne() {
            assertThatThrownBy(() -> Edit.of(Office.LINES).expecting(1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Line: has no version to expect");
        }

        @Test
        void preparesTheEditedDraft() {
            CRUDService<User, Integer> prepared = service(builder -> builder.preparation(
                    change -> change.value().on(change.before().orElseThrow().floor() + 1)));
            assertThat(prepared.edit(NORTH, ann.id(), Edit.of(USERS).set(NAME, "eve"))
                            .floor())
                    .isEqualTo(3);
        }
    }

    @Nested
    class Deleting {
        private final User ann = office.have(User.named("ann").of("north"));

        @Test
        void deletesAndAnnouncesTheObjectThatWas() {
            users.delete(NORTH, ann.id());
            assertThat(users.find(ALL, ann.id())).isEmpty();
            assertThat(office.heard)
                    .singleElement()
                    .satisfies(event -> assertThat(event.data(Office.DELETED)).isEqualTo(ann));
            assertThat(failure(() -> users.delete(NORTH, ann.id())).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        }

        @Test
        void runsGuardsInOrderOnceTheRulesHavePassed() {
            List<String> seen = new ArrayList<>();
            CRUDService<User, Integer> guarded = service(builder -> builder.validation(ValidationGroup.<User>builder()
                            .delete((change, violations) -> seen.add("rule"))
                            .build())
                    .beforeDelete(change -> seen.add("first"))
                    .beforeDelete(change -> {
                        seen.add("second");
                        throw Errors.stillAssociated("User", "Line", Details.none())
                                .toException();
                    }));
            assertThat(failure(() -> guarded.delete(NORTH, ann.id())).kind()).isEqualTo(ErrorKind.STILL_ASSOCIATED);
            assertThat(seen).containsExactly("rule", "first", "second");
            assertThat(users.find(ALL, ann.id())).isPresent();
        }

        /** What is announced was made after the object and its links had gone, so nothing could be told of them. */
        @Test
        void asksWhatToAnnounceBeforeTheObjectGoesAndAnnouncesItLast() {
            List<String> seen = new ArrayList<>();
            CRUDService<User, Integer> telling = service(builder -> builder.notifier((change, announcements) -> {
                        seen.add("notifier " + users.find(ALL, ann.id()).isPresent());
                        announcements.announce(Office.DELETED.of(change.value()));
                    })
                    .beforeDelete(change -> {
                        seen.add("guard " + users.find(ALL, ann.id()).isPresent());
                        users.edit(NORTH, ann.id(), Edit.of(USERS).set(FLOOR, 7));
                    })
                    .afterwards(change ->
                            seen.add("afterwards " + users.find(ALL, ann.id()).isPresent())));
            telling.delete(NORTH, ann.id());
            assertThat(seen).containsExactly("notifier true", "guard true", "afterwards false");
            assertThat(office.events()).containsExactly("user_edited", "user_deleted");
            assertThat(office.heard.get(1).subject()).isEqualTo("User/" + ann.id());
        }

        @Test
        void announcesNothingOfADeletionThatAGuardRefuses() {
            CRUDService<User, Integer> guarded =
                    service(builder -> builder.notifier(EVENTS).beforeDelete(change -> {
                        throw Errors.stillAssociated("User", "Line", Details.none())
                                .toException();
                    }));
            assertThat(failure(() -> guarded.delete(NORTH, ann.id())).kind()).isEqualTo(ErrorKind.STILL_ASSOCIATED);
            assertThat(office.heard).isEmpty();
        }
    }

    @Nested
    class Afterwards {
        @Test
        void followsEachChangeOnceItIsWrittenAndBeforeItIsAnnounced() {
            List<String> seen = new ArrayList<>();
            CRUDService<User, Integer> followed = service(builder -> builder.notifier(
                            (change, announcements) -> seen.add("notifier " + change.operation()))
                    .afterwards(change -> seen.add(change.operation()
                            + " "
                            + users.find(ALL, change.value().id()).map(User::floor))));
            User ann = followed.create(NORTH, User.named("ann"));
            followed.edit(NORTH, ann.id(), Edit.of(USERS).set(FLOOR, 2));
            followed.delete(NORTH, ann.id());
            assertThat(seen)
                    .containsExactly(
                            "CREATE Optional[1]",
                            "notifier CREATE",
                            "EDIT Optional[2]",
                            "notifier EDIT",
                            "notifier DELETE",
                            "DELETE Optional.empty");
        }

        @Test
        void undoesTheChangeWhenItFails() {
            CRUDService<User, Integer> failing =
                    service(builder -> builder.notifier(EVENTS).afterwards(change -> {
                        throw Errors.notPermitted("User", "No.", Details.none()).toException();
                    }));
            assertThat(failure(() -> failing.create(NORTH, User.named("ann"))).kind())
                    .isEqualTo(ErrorKind.NOT_PERMITTED);
            assertThat(users.search(ALL, Search.all()).total()).isZero();
            assertThat(office.heard).isEmpty();
        }
    }

    @Test
    void eventsCarrySubjectActorAndTrace() {
        User ann = users.create(NORTH.by("root").traced("abc"), User.named("ann"));
        users.edit(NORTH.by("eve"), ann.id(), Edit.of(USERS).set(FLOOR, 2));
        assertThat(office.events()).containsExactly("user_created", "user_edited");
        assertThat(office.heard.get(0)).satisfies(event -> {
            assertThat(event.subject()).isEqualTo("User/1");
            assertThat(event.actor()).isEqualTo("root");
            assertThat(event.traceId()).isEqualTo("abc");
            assertThat(event.data(Office.CREATED)).isEqualTo(ann);
        });
        assertThat(office.heard.get(1)).satisfies(event -> {
            assertThat(event.actor()).isEqualTo("eve");
            assertThat(event.traceId()).isNull();
        });
        assertThat(office.heard.get(0).unit()).isNotEqualTo(office.heard.get(1).unit());
    }

    @Test
    void readsInsideAUnitSeeItsWrites() {
        office.unitOfWork.run(NORTH, () -> {
            User ann = users.create(NORTH, User.named("ann"));
            assertThat(users.find(NORTH, ann.id())).contains(ann);
            assertThat(office.heard).isEmpty();
        });
        assertThat(office.events()).containsExactly("user_created");
    }

    /** Bad input was refused before the unit was joined, so that a caller could catch it and commit the rest. */
    @Test
    void badInputInAJoinedCallDoomsTheUnit() {
        DovetailException failure = failure(() -> office.unitOfWork.run(NORTH, () -> {
            users.create(NORTH, User.named("ann"));
            failure(() -> users.create(NORTH, User.named("")));
        }));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNIT_FAILED);
        assertThat(users.search(ALL, Search.all()).total()).isZero();
    }

    @Test
    void visibleTenantsAreThoseOfTheScope() {
        assertThat(BOTH.scope().visible()).isEqualTo(Set.of("north", "south"));
    }
}
