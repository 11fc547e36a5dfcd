package dev.dovetail.examples.telephony.extension;

import dev.dovetail.dao.Dao;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.operation.Change;
import dev.dovetail.query.Criterion;
import dev.dovetail.validation.Rule;
import java.util.regex.Pattern;

/** Requires of an extension what the telephony engine can dial; contexts of outgoing calls take more. */
record Syntax(Dao<Context, Integer> contexts) implements Rule<Change<Extension>> {
    private static final Pattern ANYWHERE = Pattern.compile("_[*#0-9_XxZzNn\\[\\].!-]{1,39}|[*#0-9]{1,40}");
    private static final Pattern OUTCALL = Pattern.compile("_?\\+?[*#0-9_XxZzNn\\[\\].!-]*");

    @Override
    public void check(Change<Extension> change, Violations violations) {
        Extension extension = change.value();
        // What suits any context suits that of outgoing calls too, so the context is seldom looked up.
        if (!ANYWHERE.matcher(extension.exten()).matches()
                && !(OUTCALL.matcher(extension.exten()).matches() && isOutcall(extension.context()))) {
            violations.add(TelephonyErrors.line("exten: ['String does not match expected pattern.']"));
        }
    }

    private boolean isOutcall(String context) {
        return contexts.findBy(Criterion.equal(Contexts.NAME, context))
                .filter(found -> found.type() == Context.Type.OUTCALL)
                .isPresent();
    }
}
