package dev.dovetail.validation;

import jakarta.validation.Configuration;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Optional;

/** Starts the Bean Validation provider that the application brings, if it brings one. */
final class Constraints {
    private Constraints() {}

    /** Returns the provider's validator, which is thread-safe: one for all, since making one takes long. */
    static Optional<Validator> provider() {
        return Holder.PROVIDER.map(Provider::validator);
    }

    /** Returns whether the provider makes the validators of constraints as it does by itself: no application's factory does. */
    static boolean makesOwnValidators() {
        return Holder.PROVIDER.map(Provider::makesOwnValidators).orElse(false);
    }

    private static Optional<Provider> start() {
        try {
            Configuration<?> configuration =
                    Validation.byDefaultProvider().configure().messageInterpolator(new Template());
            String factory = configuration.getBootstrapConfiguration().getConstraintValidatorFactoryClassName();
            return Optional.of(
                    new Provider(configuration.buildValidatorFactory().getValidator(), factory == null));
        } catch (NoProviderFoundException e) {
            return Optional.empty();
        }
    }

    private record Provider(Validator validator, boolean makesOwnValidators) {}

    /** Starts the provider when it is first asked for. */
    private static final class Holder {
        private static final Optional<Provider> PROVIDER = start();
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
