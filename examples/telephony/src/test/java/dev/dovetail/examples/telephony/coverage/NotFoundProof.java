package dev.dovetail.examples.telephony.coverage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Needs a request to be refused with the text for an object that is not there, in each form that it has. */
record NotFoundProof(Entry entry) implements Proof {
    private static final Pattern DETAILS = Pattern.compile("\\('\\w+': (UUID\\('<\\w+>'\\)|'<\\w+>'|<[\\w -]+>)\\)");

    @Override
    public boolean in(Evidence seen) {
        String name = entry.said().path("name").asString("").split(",")[0];
        Matcher details = DETAILS.matcher(entry.said().path("details").asString(""));
        int forms = 0;
        while (details.find()) {
            forms++;
            Template text = Template.of("Resource Not Found - " + name + " was not found " + details.group());
            if (seen.refusals.stream().noneMatch(text::fits)) {
                return false;
            }
        }
        return forms > 0;
    }
}
