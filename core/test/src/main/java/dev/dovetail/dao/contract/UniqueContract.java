package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.contract.Optionally.Needs;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Violation;
import dev.dovetail.query.Search;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Says that what is declared unique is, with the violation that the rule makes. */
public abstract class UniqueContract extends StoreContract {
    private static final UUID TENANT = UUID.randomUUID();

    protected UniqueContract() {}

    private static void refuses(ThrowingCallable work, Violation violation) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DovetailException.class, e -> assertThat(e.violations()).isEqualTo(List.of(violation)));
    }

    private static Violation violation(int unique, Person person) {
        return PEOPLE.uniques().get(unique).violation(person);
    }

    @Test
    void refusesTakenValueOnCreation() {
        have(Person.of("Ann").withEmail("a@example.org"));
        Person second = Person.of("Bob").withEmail("a@example.org");

        refuses(() -> have(second), violation(1, second));
        assertThat(people.search(Search.all()).total()).isEqualTo(1);
    }

    @Test
    void refusesTakenValueOnEdit() {
        have(Person.of("Ann").withEmail("a@example.org"));
        Person bob = have(Person.of("Bob"));
        Person wanted = bob.withEmail("a@example.org");

        refuses(() -> run(() -> people.update(bob, wanted)), violation(1, wanted));
        assertThat(people.find(bob.id())).contains(bob);
    }

    @Test
    void refusesTakenValuesTogether() {
        have(Person.of("Ann").withTenant(TENANT));
        have(Person.of("Ann").withTenant(UUID.randomUUID()));
        Person second = Person.of("Ann").withTenant(TENANT);

        refuses(() -> have(second), violation(2, second));
    }

    @Test
    void refusesTakenValueInOtherCase() {
        have(Person.of("Ann").withBadge("Sheriff"));
        Person second = Person.of("Bob").withBadge("SHERIFF");

        refuses(() -> have(second), violation(3, second));
    }

    @Test
    void tellsCaseApartUnlessDeclared() {
        have(Person.of("Ann").withEmail("a@example.org"));

        assertThat(have(Person.of("Bob").withEmail("A@example.org")).id()).isPositive();
    }

    @Test
    void letsNullsBe() {
        have(Person.of("Ann"));
        have(Person.of("Ann"));

        assertThat(people.search(Search.all()).total()).isEqualTo(2);
    }

    @Test
    void letsRowKeepItsOwnValues() {
        Person ann =
                have(Person.of("Ann").withEmail("a@example.org").withBadge("b").withTenant(TENANT));

        assertThat(unit(() -> people.update(ann, ann.withAge(5))).age()).isEqualTo(5);
    }

    @Test
    void freesValuesOfRowsThatAreGone() {
        Person ann = have(Person.of("Ann").withEmail("a@example.org"));
        run(() -> {
            people.delete(ann.id());
            people.create(Person.of("Bob").withEmail("a@example.org"));
        });
        Person bob = people.search(Search.all()).items().get(0);
        run(() -> people.update(bob, bob.withEmail("b@example.org")));

        assertThat(have(Person.of("Cid").withEmail("a@example.org")).id()).isPositive();
    }

    @Test
    @Needs(Optionally.GIVEN_GENERATED_KEYS)
    void refusesTakenGeneratedKeyThatIsGiven() {
        Person ann = have(Person.of("Ann"));
        Person second = Person.of("Bob").withId(ann.id());

        refuses(() -> have(second), violation(0, second));
    }
}
