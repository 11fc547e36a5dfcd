package dev.dovetail.validation;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.EXTENSION;
import static dev.dovetail.sample.Office.LINES;
import static dev.dovetail.sample.Office.NAME;
import static dev.dovetail.sample.Office.NORTH;
import static dev.dovetail.sample.Office.SOUTH;
import static dev.dovetail.sample.Office.USERS;
import static dev.dovetail.sample.Office.USER_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Links;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.Office;
import dev.dovetail.sample.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
    private final Office office = new Office();
    private final CRUDService<User, Integer> users =
            CRUDService.builder(office.users, office.unitOfWork).build();
    private final User ann = office.have(User.named("ann").of("north").at("100"));
    private final User bob = office.have(User.named("bob").of("north"));

    private static <S> List<Violation> found(Rule<S> rule, S subject) {
        Violations violations = new Violations();
        rule.check(subject, violations);
        return violations.toList();
    }

    private static Change<User> creation(CallContext call, User user) {
        return Change.create(call, user);
    }

    private static Change<User> edit(User before, User after) {
        return Change.edit(ALL, before, after, Set.of());
    }

    @Test
    void existsLooksInTheScopeOfTheCaller() {
        // an extension names a user here
        Rule<Change<User>> rule =
                Rules.exists(EXTENSION, "User", (call, value) -> users.find(call, Integer.valueOf(value)));
        User refers = User.named("x").at(ann.id().toString());
        assertThat(found(rule, creation(NORTH, refers))).isEmpty();
        assertThat(found(rule, creation(NORTH, User.named("x")))).isEmpty();
        assertThat(found(rule, creation(SOUTH, refers))).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("reference-not-found");
            assertThat(violation.path()).hasToString("extension");
            assertThat(violation.details()).containsExactly(Map.entry("extension", "1"));
            assertThat(violation.message()).isEqualTo("field 'extension': User was not found (extension: 1)");
        });
    }

    @Test
    void uniqueReportsWhatTheStoreWould() {
        Rule<Change<User>> rule = Rules.unique(office.users);
        User twin = User.named("ann").of("north");
        List<Violation> found = found(rule, creation(ALL, twin));
        assertThat(found)
                .singleElement()
                .satisfies(violation -> assertThat(violation.code()).isEqualTo("already-exists"));
        assertThatThrownBy(() -> office.have(twin)).hasMessage(found.get(0).message());
        assertThat(found(rule, creation(ALL, twin.of("south")))).isEmpty();
    }

    @Test
    void uniqueOfAnEditLooksOnlyAtWhatChanged() {
        Rule<Change<User>> rule = Rules.unique(office.users);
        assertThat(found(rule, edit(ann, ann.at("7")))).isEmpty();
        assertThat(found(rule, edit(bob, new User(bob.id(), "north", "ann", null, 1, 1))))
                .hasSize(1);
        assertThat(found(rule, edit(ann, new User(ann.id(), "north", "eve", null, 1, 1))))
                .isEmpty();
    }

    @Test
    void uniqueReportsAKeyOfTheCallers() {
        Line line = office.have(new Line("a", "north", "l"));
        assertThat(found(Rules.unique(office.lines), Change.create(ALL, line)))
                .extracting(Violation::details)
                .containsExactly(Map.of("id", "a"));
    }

    @Test
    void uniqueMayIgnoreCaseAndPassesNulls() {
        Resource<User, Integer> lax = Resource.of(User.class, User::id)
                .generatedKey()
                .uniqueIgnoringCase(User::name)
                .unique(User::extension)
                .build();
        Dao<User, Integer> dao = office.store.dao(lax);
        office.unitOfWork.run(ALL, () -> dao.create(ann));
        Rule<Change<User>> rule = Rules.unique(dao);
        assertThat(found(rule, creation(ALL, User.named("ANN")))).hasSize(1);
        assertThat(found(rule, creation(ALL, User.named("eve").at("100")))).hasSize(1);
        assertThat(found(rule, creation(ALL, User.named("Ann").at("100")))).hasSize(2);
        assertThat(found(rule, creation(ALL, User.named("eve")))).isEmpty();
        assertThatThrownBy(() -> office.unitOfWork.run(ALL, () -> dao.create(User.named("ANN"))))
                .hasMessage("User already exists (name: ANN)");
    }

    @Test
    void uniqueInTenantSeesEveryTenantByItself() {
        Resource<User, Integer> perTenant = Resource.of(User.class, User::id)
                .generatedKey()
                .tenant(User::tenant)
                .unique(User::tenant, User::extension)
                .build();
        Dao<User, Integer> dao = office.store.dao(perTenant);
        User one = office.unitOfWork.call(
                ALL, unit -> dao.create(User.named("one").of("north").at("100")));
        User two = office.unitOfWork.call(
                ALL, unit -> dao.create(User.named("two").of("north").at("200")));
        Rule<Change<User>> rule = Rules.uniqueInTenant(dao, perTenant.column(User::extension));
        assertThat(found(rule, creation(ALL, User.named("x").of("north").at("100"))))
                .extracting(Violation::message)
                .containsExactly("User already exists (extension: 100)");
        assertThatThrownBy(() -> office.unitOfWork.run(
                        ALL, () -> dao.create(User.named("x").of("north").at("100"))))
                .hasMessage("User already exists (extension: 100)");
        assertThat(found(rule, creation(ALL, User.named("x").of("south").at("100"))))
                .isEmpty();
        assertThat(found(rule, creation(ALL, User.named("x").of("north")))).isEmpty();
        assertThat(found(rule, edit(one, one.on(5)))).isEmpty();
        assertThat(found(rule, edit(two, two.at("100")))).hasSize(1);
        User far = new User(9, "south", "x", "100", 1, 1);
        assertThat(found(rule, edit(far, far.of("north")))).hasSize(1);
    }

    @Test
    void uniqueInTenantNeedsTheGuardOfTheStore() {
        Resource<Line, String> shared = Resource.of(Line.class, Line::id).build();
        assertThatThrownBy(() -> Rules.uniqueInTenant(office.store.dao(shared), shared.column(Line::name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Line: name and the tenant are not declared unique together");
    }

    @Test
    void optionalRunsForValuesOnly() {
        Rule<Change<User>> rule = Rules.optional(
                EXTENSION,
                (change, value, violations) ->
                        violations.add(dev.dovetail.error.Errors.notPermitted("User", value, Details.none())));
        assertThat(found(rule, creation(ALL, User.named("x")))).isEmpty();
        assertThat(found(rule, creation(ALL, User.named("x").at("5"))))
                .extracting(Violation::message)
                .containsExactly("Operation not permitted. 5");
    }

    @Test
    void memberOfAsksForTheChoiceOfTheCaller() {
        Rule<Change<User>> rule = Rules.memberOf(
                NAME, "Name", call -> call.scope().visible().contains("north") ? List.of("x") : List.of());
        assertThat(found(rule, creation(NORTH, User.named("x")))).isEmpty();
        assertThat(found(rule, creation(NORTH, User.named("y")))).hasSize(1);
        assertThat(found(rule, creation(SOUTH, User.named("x")))).hasSize(1);
    }

    @Test
    void forbidSaysWhy() {
        Rule<Change<User>> rule = Rules.forbid(
                "User", "Root stays.", change -> "root".equals(change.value().name()));
        assertThat(found(rule, Change.delete(ALL, User.named("root"))))
                .extracting(Violation::message)
                .containsExactly("Operation not permitted. Root stays.");
        assertThat(found(rule, Change.delete(ALL, ann))).isEmpty();
        assertThat(found(Rule.none(), ann)).isEmpty();
    }

    @Test
    void sameTenantIsRefusedInWordsOfOnesOwn() {
        Rule<Link<User, Line>> rule = Rules.sameTenant(
                USER_LINES, (mine, other) -> Errors.notPermitted("Link", mine + " and " + other + ".", Details.none()));
        assertThat(found(rule, new Link<>(ALL, ann.of("south"), new Line("a", "north", "l"))))
                .singleElement()
                .extracting(Violation::message)
                .isEqualTo("Operation not permitted. south and north.");
    }

    @Test
    void noRepeatsRefusesWhatComesTwiceInASet() {
        Rule<Links<User, Line>> rule = Rules.noRepeats("User", "Twice.");
        Line one = new Line("a", "north", "l");
        Line other = new Line("b", "north", "l");
        assertThat(found(rule, new Links<>(ALL, ann, List.of(), List.of(one, other))))
                .isEmpty();
        assertThat(found(rule, new Links<>(ALL, ann, List.of(), List.of(one, other, one))))
                .hasSize(1);
    }

    @Test
    void sameTenantPassesSidesWithout() {
        Rule<Link<User, Line>> rule = Rules.sameTenant(USER_LINES);
        Line north = new Line("a", "north", "l");
        assertThat(found(rule, new Link<>(ALL, ann, north))).isEmpty();
        assertThat(found(rule, new Link<>(ALL, User.named("x"), north))).isEmpty();
        assertThat(found(rule, new Link<>(ALL, ann.of("south"), north)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo("different-tenants");
                    assertThat(violation.details())
                            .containsExactly(Map.entry("userTenant", "south"), Map.entry("lineTenant", "north"));
                });
        Resource<Line, String> shared = Resource.of(Line.class, Line::id).build();
        assertThat(found(
                        Rules.sameTenant(Association.between(USERS, shared).build()),
                        new Link<>(ALL, ann.of("south"), north)))
                .isEmpty();
    }

    @Test
    void noRightsAndNoLeftsRefuseWhatIsLinked() {
        Line line = office.have(new Line("a", "north", "l"));
        Rule<Change<User>> noRights =
                Rules.noRights(office.userLines, USERS, (user, rights) -> Rules.inUse(USERS, user, LINES, rights));
        Rule<Change<Line>> noLefts =
                Rules.noLefts(office.userLines, LINES, (one, lefts) -> Rules.inUse(LINES, one, USERS, lefts));
        assertThat(found(noRights, Change.delete(ALL, ann))).isEmpty();
        assertThat(found(noLefts, Change.delete(ALL, line))).isEmpty();
        office.unitOfWork.run(ALL, () -> office.userLines.link(ann.id(), "a"));
        assertThat(found(noRights, Change.delete(ALL, ann)))
                .extracting(Violation::message)
                .containsExactly("User is associated with a Line (id: 1, lines: [a])");
        assertThat(found(noLefts, Change.delete(ALL, line))).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("still-associated");
            assertThat(violation.details().keySet()).containsExactly("id", "users", "associatedWith");
        });
    }
}
