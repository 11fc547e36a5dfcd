package dev.dovetail.validation;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Optional;

/** Starts the Bean Validation provider that the application brings, if it brings one. */
final class Constraints {
    private Constraints() {}

    static Optional<Validator> provider() {
        try {
            return Optional.of(Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new Template())
                    .buildValidatorFactory()
                    .getValidator());
        } catch (NoProviderFoundException e) {
            return Optional.empty();
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
