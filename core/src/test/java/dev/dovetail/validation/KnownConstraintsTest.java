package dev.dovetail.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.resource.Resource;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.UnexpectedTypeException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class KnownConstraintsTest {
    private static final Validator PROVIDER = Constraints.provider().orElseThrow();

    private record Usual(
            @NotNull String key,
            @NotBlank @Size(max = 5) String name,
            @Size(min = 2, max = 4) String code,

            @Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE)
            String word,

            @Email String address,
            @Min(0) @Max(9) int digit,
            @Min(-5) Long least,
            @Nullable String free) {}

    private static final KnownConstraints KNOWN = KnownConstraints.of(PROVIDER, Usual.class);
    private static final Set<String> EXACT = Set.of("key", "code", "word", "digit", "least");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\u2003",
            "\u0000",
            "\u001f",
            "a",
            "ab",
            "abc ",
            "abcde",
            "abcdef",
            "AbC",
            "a1",
            "a\n",
            "ä",
            "\ud83d\ude00x");

    private static final List<String> ADDRESSES = List.of(
            "ann@example.org",
            "Ann.B-c_d+e@mail.Example.org",
            "a@b",
            "@b",
            "a@",
            "a",
            ".a@b",
            "a.@b",
            "a..b@c",
            "a@.b",
            "a@b.",
            "a@b..c",
            "a@-b",
            "a@b-",
            "a@b--c",
            "a@b_c",
            "a@xn--b",
            "a@b@c",
            "\"a b\"@c",
            "a b@c",
            "a@1.2.3.4",
            "a@[1.2.3.4]",
            "ä@b",
            "a@ä",
            "a@b\n",
            "-a-@b",
            "a".repeat(64) + "@b",
            "a".repeat(65) + "@b",
            "a@" + "b".repeat(63),
            "a@" + "b".repeat(64),
            "a@" + "b.".repeat(127) + "b",
            "a@" + "b.".repeat(128) + "b");

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
    }

    private static boolean areAll(Class<?> type) {
        return KnownConstraints.of(PROVIDER, type).areAll(components(type));
    }

    private static boolean isSound(Class<?> type, String name, @Nullable Object value) {
        return KnownConstraints.of(PROVIDER, type).check(name).isSound(value);
    }

    @Test
    void knowsTheUsualConstraints() {
        assertThat(areAll(Usual.class)).isTrue();
        Usual sound = new Usual("k", "name", "code", "Word", "ann.b@mail.example.org", 9, -5L, null);
        assertThat(PROVIDER.validate(sound)).isEmpty();
        assertThat(Arrays.stream(Usual.class.getRecordComponents())
                        .allMatch(component -> isSound(Usual.class, component.getName(), read(component, sound))))
                .isTrue();
    }

    private static @Nullable Object read(java.lang.reflect.RecordComponent component, Object row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What the provider refuses must never pass; what it lets pass is asked for as far as it is not known. */
    @Test
    void letsNothingPassThatTheProviderRefuses() {
        List<@Nullable Object> texts = new ArrayList<>(TEXTS);
        texts.addAll(ADDRESSES);
        texts.addAll(randomAddresses());
        texts.add(null);
        for (String name : List.of("key", "name", "code", "word", "address")) {
            texts.forEach(text -> agree(name, text));
        }
        for (int number : new int[] {Integer.MIN_VALUE, -6, -5, -1, 0, 9, 10, Integer.MAX_VALUE}) {
            agree("digit", number);
            agree("least", (long) number);
        }
        agree("least", null);
    }

    private static void agree(String name, @Nullable Object value) {
        boolean sound = PROVIDER.validateValue(Usual.class, name, value).isEmpty();
        boolean known = KNOWN.check(name).isSound(value);
        assertThat(known && !sound).as(name + " passes " + value).isFalse();
        if (EXACT.contains(name)) {
            assertThat(known).as(name + " knows " + value).isEqualTo(sound);
        }
    }

    private static List<String> randomAddresses() {
        Random random = new Random(1);
        String some = "aZ09-_+.@ä \n\"x";
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(12);
            for (int j = 0; j < length; j++) {
                text.append(some.charAt(random.nextInt(some.length())));
            }
            all.add(text.insert(random.nextInt(length), '@').toString());
        }
        return all;
    }

    @Test
    void knowsAddressesAsTheyMostlyAre() {
        assertThat(List.of("ann@example.org", "Ann.B-c_d+e@mail.Example.org", "user1@example.org"))
                .allMatch(address -> isSound(Usual.class, "address", address));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Even.Check.class)
    private @interface Even {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        final class Check implements ConstraintValidator<Even, Object> {
            @Override
            public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
                return value instanceof Integer number && number % 2 == 0;
            }
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @Size(max = 3)
    private @interface Short {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    private interface Strict {}

    private record Unusual(
            @Even Integer own,
            @Short String composed,
            @Size(max = 3, groups = Strict.class) String grouped,
            List<@Size(max = 3) String> elements,
            @Valid Usual nested,

            @Pattern(regexp = "a.*") @AssertTrue Boolean other,

            @Email(regexp = "a.*") String narrow,
            @Size(max = 3) @Email String known) {}

    @Test
    void leavesTheOthersToTheProvider() {
        KnownConstraints known = KnownConstraints.of(PROVIDER, Unusual.class);
        assertThat(List.of("own", "composed", "grouped", "elements", "nested", "other", "narrow"))
                .noneMatch(name -> known.check(name).isSound(null));
        assertThat(known.check("known").isSound(null)).isTrue();
    }

    @Even
    private record Whole(@Size(max = 3) String name) {}

    private record Getter(@Size(max = 3) String name) {
        @AssertTrue
        public boolean isGood() {
            return name.startsWith("a");
        }
    }

    private record SameGetter(@Size(max = 3) String name) {
        @Size(min = 2)
        public String getName() {
            return name;
        }
    }

    @Test
    void leavesRecordsWithOtherConstraintsToTheProvider() {
        assertThat(areAll(Whole.class)).isFalse();
        assertThat(areAll(Getter.class)).isFalse();
        assertThat(isSound(SameGetter.class, "name", "abc")).isFalse();
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
