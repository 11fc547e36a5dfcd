package dev.dovetail.validation;

import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs rules in order and ends the call with what they found. From some rule on, each runs only if those before it
 * found nothing.
 */
final class RuleList<S> {
    private static final int NEVER = Integer.MAX_VALUE;

    private final List<Rule<? super S>> rules;
    private final int stopsFrom;

    RuleList(List<Rule<? super S>> rules, boolean firstOnly) {
        this(rules, firstOnly ? 0 : NEVER);
    }

    private RuleList(List<Rule<? super S>> rules, int stopsFrom) {
        this.rules = List.copyOf(rules);
        this.stopsFrom = stopsFrom;
    }

    /** Returns the rules followed by others, which stop if these do. */
    RuleList<S> then(RuleList<S> next) {
        List<Rule<? super S>> all = new ArrayList<>(rules);
        all.addAll(next.rules);
        int nextStops = next.stopsFrom == NEVER ? NEVER : rules.size() + next.stopsFrom;
        return new RuleList<>(all, Math.min(stopsFrom, nextStops));
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    void check(S subject) {
        if (rules.isEmpty()) {
            return;
        }
        Violations violations = new Violations();
        for (int i = 0; i < rules.size(); i++) {
            if (i >= stopsFrom) {
                violations.throwIfAny();
            }
            rules.get(i).check(subject, violations);
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
        for (int i = 0; i < rules.size(); i++) {
            if (i >= stopsFrom) {
                checkSound(rules.get(i), subjects, found);
            } else {
                rules.get(i).checkAll(subjects, found);
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
