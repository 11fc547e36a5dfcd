package dev.dovetail.validation;

import dev.dovetail.error.Violations;

/** Marks the place of the rules that others add. */
enum ContributedRules implements Rule<Object> {
    HERE;

    @SuppressWarnings("unchecked") // it looks at nothing
    static <S> Rule<S> here() {
        return (Rule<S>) (Rule<?>) HERE;
    }

    @Override
    public void check(Object subject, Violations violations) {}
}
