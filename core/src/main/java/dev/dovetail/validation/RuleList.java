package dev.dovetail.validation;

import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import java.util.ArrayList;
import java.util.List;

/** Runs rules in order and ends the call with what they found: all of it, or the first thing only. */
final class RuleList<S> {
    private final List<Rule<? super S>> rules;
    private final boolean firstOnly;

    RuleList(List<Rule<? super S>> rules, boolean firstOnly) {
        this.rules = List.copyOf(rules);
        this.firstOnly = firstOnly;
    }

    /** Returns the rules followed by others. */
    RuleList<S> then(RuleList<S> next) {
        List<Rule<? super S>> all = new ArrayList<>(rules);
        all.addAll(next.rules);
        return new RuleList<>(all, firstOnly);
    }

    boolean isEmpty() {
        return rules.isEmpty();
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

    /** Does the same with several subjects; what is wrong with one is told under its index. */
    void checkAll(List<? extends S> subjects) {
        if (rules.isEmpty()) {
            return;
        }
        List<Violations> found = new ArrayList<>();
        subjects.forEach(subject -> found.add(new Violations()));
        for (Rule<? super S> rule : rules) {
            if (firstOnly) {
                checkSound(rule, subjects, found);
            } else {
                rule.checkAll(subjects, found);
            }
        }
        Violations all = new Violations();
        for (int i = 0; i < found.size(); i++) {
            for (Violation violation : found.get(i).toList()) {
                all.add(violation.at(i));
            }
        }
        all.throwIfAny();
    }

    private void checkSound(Rule<? super S> rule, List<? extends S> subjects, List<Violations> found) {
        List<S> sound = new ArrayList<>();
        List<Violations> theirs = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            if (found.get(i).isEmpty()) {
                sound.add(subjects.get(i));
                theirs.add(found.get(i));
            }
        }
        rule.checkAll(sound, theirs);
    }
}
