package dev.dovetail.validation;

import jakarta.validation.Configuration;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which Bean Validation validator checks the constraints on records. Immutable and thread-safe, as validators are.
 *
 * <p>Without a validator of the application's own the provider on the class path is started, once per class loader, as
 * soon as a record has constraints; an application whose records have none needs no provider. Only the constraint's
 * name and attributes are told to clients, so messages are not interpolated.
 *
 * @since 0.1
 */
public final class Constraints {
    private static final Constraints BY_PROVIDER = new Constraints(null);

    private final @Nullable Validator own;

    private Constraints(@Nullable Validator own) {
        this.own = own;
    }

    /** Returns the constraints that the provider on the class path checks. */
    public static Constraints byProvider() {
        return BY_PROVIDER;
    }

    /**
     * Returns the constraints that the application's own validator checks, be they annotations or, as with mappings in
     * XML or by the provider's API, known to the validator only.
     *
     * @param validator stays the caller's, who closes its factory after the registry
     */
    @SuppressWarnings("exports") // who has a validator has Bean Validation
    public static Constraints by(Validator validator) {
        return new Constraints(Objects.requireNonNull(validator, "validator"));
    }

    /**
     * Returns what checks the constraints of a record.
     *
     * @param annotated whether the record has annotations that are constraints
     * @return null if nothing has to be checked
     * @throws IllegalStateException if the record has constraints and no provider is present
     */
    @Nullable
    Validator validator(Class<?> type, boolean annotated) {
        if (own != null || !annotated) {
            return own;
        }
        return Provider.VALIDATOR.orElseThrow(() -> new IllegalStateException(type.getName()
                + " has constraints and no Bean Validation provider is present;"
                + " add org.hibernate.validator:hibernate-validator"));
    }

    /** Starts the provider when it is first asked for, which takes long. */
    private static final class Provider {
        private static final Optional<Validator> VALIDATOR = start();

        private static Optional<Validator> start() {
            try {
                Configuration<?> configuration =
                        Validation.byDefaultProvider().configure().messageInterpolator(new Template());
                return Optional.of(configuration.buildValidatorFactory().getValidator());
            } catch (NoProviderFoundException e) {
                return Optional.empty();
            }
        }
    }

    /** Leaves messages as they are, so that no expression language is needed: texts are the renderer's business. */
    private static final class Template implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }
}
