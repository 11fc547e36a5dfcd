package dev.dovetail.validation;

import dev.dovetail.error.Violations;
import java.util.List;

/** Runs rules in order and ends the call with what they found: all of it, or the first thing only. */
final class RuleList<S> {
    private final List<Rule<? super S>> rules;
    private final boolean firstOnly;

    RuleList(List<Rule<? super S>> rules, boolean firstOnly) {
        this.rules = List.copyOf(rules);
        this.firstOnly = firstOnly;
    }

    void check(S subject) {
        if (rules.isEmpty()) {
            return;
        }
        Violations violations = new Violations();
        for (Rule<? super S> rule : rules) {
            rule.check(subject, violations);
            if (firstOnly) {
                violations.throwIfAny();
            }
        }
        violations.throwIfAny();
    }
}
