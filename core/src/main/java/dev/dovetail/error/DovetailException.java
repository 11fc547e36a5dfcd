package dev.dovetail.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call whose operation was not carried out; nothing of it has been stored or announced.
 *
 * <p>Carries at least one {@link Violation}; {@link #kind()} is that of the first. The factories in {@link Errors} make
 * the violations.
 *
 * @since 0.1
 */
public final class DovetailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;
    private final ErrorKind kind;

    public DovetailException(Violation violation) {
        this(List.of(violation), null);
    }

    public DovetailException(List<Violation> violations) {
        this(violations, null);
    }

    public DovetailException(List<Violation> violations, @Nullable Throwable cause) {
        super(message(violations), cause);
        this.violations = List.copyOf(violations);
        this.kind = violations.get(0).kind();
    }

    private static String message(List<Violation> violations) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("violations: empty (expected: at least one)");
        }
        StringBuilder text = new StringBuilder();
        for (Violation violation : violations) {
            text.append(text.isEmpty() ? "" : "; ").append(violation.message());
        }
        return text.toString();
    }

    /**
     * Returns the same failure, of one element of a list: its paths begin with the element's index. A failure of the
     * machinery belongs to no element and is returned as it is.
     */
    public DovetailException at(int index) {
        if (kind.technical()) {
            return this;
        }
        return new DovetailException(
                violations.stream().map(each -> each.at(index)).toList(), this);
    }

    /** Returns the kind of the first violation. */
    public ErrorKind kind() {
        return kind;
    }

    /** Returns all that is wrong, in the order found; at least one. */
    public List<Violation> violations() {
        return violations;
    }
}
