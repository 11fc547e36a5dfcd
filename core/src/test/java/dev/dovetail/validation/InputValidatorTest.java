package dev.dovetail.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Violation;
import dev.dovetail.operation.Edit;
import dev.dovetail.resource.Resource;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class InputValidatorTest {

    private static List<String> faults(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }

    private static <T extends Record> List<String> faults(Resource<T, ?> resource, T row) {
        return faults(InputValidator.of(resource).check(row));
    }

    private record Plain(String id, @Nullable String note, int count) {}

    @Test
    @SuppressWarnings("NullAway")
    void readsNullnessFromTheRecord() {
        Resource<Plain, String> plain = Resource.of(Plain.class, Plain::id).build();
        assertThat(faults(plain, new Plain(null, null, 0))).containsExactly("id null");
        assertThat(faults(plain, new Plain("a", null, 0))).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void leavesNullsToTheStoreAndThePreparation() {
        Resource<Plain, String> readOnly =
                Resource.of(Plain.class, Plain::id).readOnly(Plain::id).build();
        Resource<Plain, String> prepared =
                Resource.of(Plain.class, Plain::id).prepared(Plain::id).build();
        assertThat(faults(readOnly, new Plain(null, null, 0))).isEmpty();
        assertThat(faults(prepared, new Plain(null, null, 0))).isEmpty();
    }

    private record Several(
            @Size(min = 3) @Pattern(regexp = "[a-z]+") String id,
            @Pattern(regexp = "[a-z]+") @Size(min = 3) String name,

            @Pattern(regexp = "a.*") @Pattern(regexp = ".*z") @Pattern(regexp = ".m.")
            String three,

            @NotBlank String title,
            @Min(1) @Max(5) int level) {}

    /** Constraints on a record come with the type, not the component, so that their order was that of a hash set. */
    @Test
    void reportsConstraintsInTheOrderOfTheSource() {
        Resource<Several, String> several =
                Resource.of(Several.class, Several::id).build();
        for (int i = 0; i < 5; i++) {
            assertThat(faults(several, new Several("1", "2", "xxxx", " ", 9)))
                    .containsExactly(
                            "id size",
                            "id pattern",
                            "name pattern",
                            "name size",
                            "three pattern",
                            "three pattern",
                            "three pattern",
                            "title not-blank",
                            "level max");
            assertThat(InputValidator.of(several).check(new Several("abc", "abc", "xxxx", "t", 1)))
                    .extracting(violation -> violation.details().get("regexp"))
                    .containsExactly("a.*", ".*z", ".m.");
        }
    }

    @Test
    void givesTheAttributesAsDetails() {
        Resource<Several, String> several =
                Resource.of(Several.class, Several::id).build();
        List<Violation> violations = InputValidator.of(several).check(several.column(Several::level), 9);
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
            assertThat(violation.resource()).isEqualTo("Several");
            assertThat(violation.details()).isEqualTo(Map.of("value", 5L));
            assertThat(violation.message()).startsWith("level: ").contains("max");
        });
    }

    private record Elements(
            String id,
            List<@Size(max = 2) String> emails,
            List<List<@Min(0) Integer>> grid,
            @Size(min = 1) Set<@Pattern(regexp = "[a-z]+") String> tags,
            Map<String, @Size(max = 2) String> options) {}

    @Test
    void checksElementsOfContainers() {
        Resource<Elements, String> elements =
                Resource.of(Elements.class, Elements::id).build();
        assertThat(faults(
                        elements,
                        new Elements(
                                "a",
                                List.of("ok", "long", "ok", "longer"),
                                List.of(List.of(0), List.of(1, -1)),
                                Set.of("1"),
                                Map.of("k", "long"))))
                .containsExactly(
                        "emails[1] size", "emails[3] size", "grid[1][1] min", "tags pattern", "options.k size");
        assertThat(faults(elements, new Elements("a", List.of(), List.of(), Set.of(), Map.of())))
                .containsExactly("tags size");
    }

    /** Elements were ordered by their path as a text: 10 before 2. */
    @Test
    void reportsElementsInTheirOrder() {
        Resource<Elements, String> elements =
                Resource.of(Elements.class, Elements::id).build();
        List<String> emails = Collections.nCopies(12, "long");
        assertThat(faults(elements, new Elements("a", emails, List.of(), Set.of("a"), Map.of())))
                .containsExactlyElementsOf(IntStream.range(0, 12)
                        .mapToObj(i -> "emails[" + i + "] size")
                        .toList());
    }

    private record Range(
            @Pattern(regexp = "[0-9]+") String start,
            @Nullable @Size(max = 3) String end) {}

    private record Deep(@Min(1) int level, @Nullable Range range, List<Range> more) {}

    private record Context(
            String id, List<Range> userRanges, @Nullable Deep deep, List<@Nullable Range> gaps) {}

    private static final Resource<Context, String> CONTEXTS =
            Resource.of(Context.class, Context::id).build();

    @Test
    @SuppressWarnings("NullAway")
    void walksIntoRecordsAndListsOfRecords() {
        Range good = new Range("1", null);
        assertThat(faults(
                        CONTEXTS,
                        new Context(
                                "a",
                                List.of(good, new Range("x", "1234"), new Range(null, null)),
                                new Deep(0, new Range("x", null), List.of(good, new Range("y", "1"))),
                                List.of(good))))
                .containsExactly(
                        "userRanges[1].start pattern",
                        "userRanges[1].end size",
                        "userRanges[2].start null",
                        "deep.level min",
                        "deep.range.start pattern",
                        "deep.more[1].start pattern");
        assertThat(faults(CONTEXTS, new Context("a", List.of(good), null, List.of())))
                .isEmpty();
    }

    /** A null in a list of records that may be null was refused, one in a list of texts that may not was let in. */
    @Test
    void refusesNullElementsWhereNoneAreAllowed() {
        Range good = new Range("1", null);
        assertThat(faults(CONTEXTS, new Context("a", Arrays.asList(good, null), null, Arrays.asList(good, null))))
                .containsExactly("userRanges[1] null");
        Resource<Elements, String> elements =
                Resource.of(Elements.class, Elements::id).build();
        assertThat(faults(elements, new Elements("a", Arrays.asList("long", null), List.of(), Set.of("a"), Map.of())))
                .containsExactly("emails[0] size", "emails[1] null");
    }

    private record Node(
            String id,
            @Nullable @Size(max = 2) String name,
            @Nullable Node next,
            List<Node> children) {}

    /** A record that holds records of its own class ended in a StackOverflowError when it was described. */
    @Test
    void takesRecordsThatHoldTheirOwnKind() {
        Resource<Node, String> nodes = Resource.of(Node.class, Node::id).build();
        Node leaf = new Node("c", "long", null, List.of());
        assertThat(faults(nodes, new Node("a", null, new Node("b", "long", null, List.of()), List.of(leaf))))
                .containsExactly("next.name size", "children[0].name size");
    }

    /** Holds for spans whose start is not after their end. */
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = OrderedValidator.class)
    private @interface Ordered {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        boolean onEnd() default false;
    }

    /** Checks {@link Ordered}. */
    public static final class OrderedValidator implements ConstraintValidator<Ordered, Record> {
        private boolean onEnd;

        @Override
        public void initialize(Ordered annotation) {
            onEnd = annotation.onEnd();
        }

        @Override
        public boolean isValid(Record span, ConstraintValidatorContext context) {
            int start = span instanceof Span one ? one.start() : ((Named) span).start();
            int end = span instanceof Span one ? one.end() : ((Named) span).end();
            if (onEnd) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("")
                        .addPropertyNode("end")
                        .addConstraintViolation();
            }
            return start <= end;
        }
    }

    @Ordered
    private record Span(String id, @Min(0) int start, int end) {}

    @Ordered(onEnd = true)
    private record Named(String id, @Min(0) int start, int end) {}

    private record Holder(
            String id, List<Span> spans, @Nullable Named named) {}

    private static final Resource<Span, String> SPANS =
            Resource.of(Span.class, Span::id).build();

    @Test
    void checksTheObjectAsAWholeOnceItsFieldsAreRight() {
        assertThat(faults(SPANS, new Span("a", 2, 1))).containsExactly(" ordered");
        assertThat(faults(SPANS, new Span("a", -1, -2))).containsExactly("start min");
        assertThat(faults(SPANS, new Span("a", 1, 2))).isEmpty();
        assertThat(faults(InputValidator.of(SPANS)
                        .check(new Span("a", 2, 1), Edit.of(SPANS).set(SPANS.column(Span::end), 1))))
                .containsExactly(" ordered");
    }

    /** A class's constraint that names the field at fault was passed over. */
    @Test
    void takesTheFieldThatTheConstraintOfAnObjectNames() {
        Resource<Named, String> named = Resource.of(Named.class, Named::id).build();
        assertThat(faults(named, new Named("a", 2, 1))).containsExactly("end ordered");
    }

    @Test
    void checksNestedObjectsAsAWhole() {
        Resource<Holder, String> holders = Resource.of(Holder.class, Holder::id).build();
        assertThat(faults(
                        holders,
                        new Holder("a", List.of(new Span("b", 1, 2), new Span("c", 2, 1)), new Named("d", 2, 1))))
                .containsExactly("spans[1] ordered", "named.end ordered");
    }

    private record Reserved(String id, @Size(max = 1) String interface_) {}

    @Test
    void checksFieldsNamedByReservedWords() {
        Resource<Reserved, String> reserved =
                Resource.of(Reserved.class, Reserved::id).build();
        assertThat(faults(reserved, new Reserved("a", "ab"))).containsExactly("interface size");
    }

    @Test
    void checksOnlyTheColumnsAsked() {
        Resource<Several, String> several =
                Resource.of(Several.class, Several::id).build();
        Several wrong = new Several("1", "2", "amz", "t", 9);
        assertThat(faults(InputValidator.of(several).check(wrong, Set.of(several.column(Several::level)))))
                .containsExactly("level max");
    }
}
