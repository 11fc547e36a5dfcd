package dev.dovetail.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.error.DovetailException;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import jakarta.validation.UnexpectedTypeException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.defs.SizeDef;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ConstraintsTest {
    private static final CallContext CALL = CallContext.of(Scope.all());

    private record Owner(Integer id, String name) {}

    private record Pet(Integer id, @Size(max = 9) String name) {}

    private record Care(String since) {}

    private static final Resource<Owner, Integer> OWNERS =
            Resource.of(Owner.class, Owner::id).generatedKey().build();
    private static final Resource<Pet, Integer> PETS =
            Resource.of(Pet.class, Pet::id).generatedKey().build();
    private static final Attributes<Care> CARE = Attributes.of(Care.class, new Care("today"));
    private static final Association<Owner, Integer, Pet, Integer> CARES =
            Association.between(OWNERS, PETS).name("care").attributes(CARE).build();

    /** Knows constraints that are not on the records. */
    private static Validator validator() {
        HibernateValidatorConfiguration configuration = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator());
        ConstraintMapping mapping = configuration.createConstraintMapping();
        mapping.type(Owner.class).field("name").constraint(new SizeDef().max(3));
        mapping.type(Care.class).field("since").constraint(new SizeDef().max(5));
        return configuration.addMapping(mapping).buildValidatorFactory().getValidator();
    }

    @Test
    void asksTheValidatorThatWasHandedIn() {
        try (PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .constraints(Constraints.by(validator()))
                .plugins(ResourcePlugin.of(OWNERS), ResourcePlugin.of(PETS), AssociationPlugin.of(CARES))
                .load()) {
            CRUDService<Owner, Integer> owners = registry.of(OWNERS);
            AssociationService<Owner, Integer, Pet, Integer> cares = registry.of(CARES);
            Owner ann = owners.create(CALL, new Owner(0, "Ann"));
            Pet rex = registry.of(PETS).create(CALL, new Pet(0, "Rex"));

            assertThatThrownBy(() -> owners.create(CALL, new Owner(0, "Anne")))
                    .isInstanceOfSatisfying(
                            DovetailException.class,
                            e -> assertThat(e.violations()).singleElement().satisfies(violation -> {
                                assertThat(violation.code()).isEqualTo("size");
                                assertThat(violation.path()).hasToString("name");
                            }));
            assertThatThrownBy(() -> cares.associate(CALL, ann.id(), rex.id(), new Care("yesterday")))
                    .isInstanceOfSatisfying(
                            DovetailException.class,
                            e -> assertThat(e.violations())
                                    .extracting(violation -> violation.path().toString())
                                    .containsExactly("since"));
            assertThat(cares.associate(CALL, ann.id(), rex.id(), new Care("today")))
                    .isTrue();
        }
    }

    @Test
    void asksOnlyAboutRecordsThatHaveConstraints() {
        Validator real = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
        Validator watched = mock(Validator.class, delegatesTo(real));

        InputValidator<Owner> owners = InputValidator.of(OWNERS, Constraints.by(watched));
        assertThat(owners.check(new Owner(1, "Ann"))).isEmpty();
        verify(watched, never()).validate(any());

        InputValidator<Pet> pets = InputValidator.of(PETS, Constraints.by(watched));
        Pet rex = new Pet(1, "Rex");
        assertThat(pets.check(rex)).isEmpty();
        verify(watched).validate(rex);
    }

    private record Mistaken(
            String id, @Size(max = 3) Object name, @Min(1) String number) {}

    @Test
    void leavesMistakesToTheProvider() {
        Resource<Mistaken, String> mistaken =
                Resource.of(Mistaken.class, Mistaken::id).build();
        assertThatThrownBy(() -> InputValidator.of(mistaken).check(new Mistaken("a", "b", "1")))
                .isInstanceOf(UnexpectedTypeException.class);
    }
}
