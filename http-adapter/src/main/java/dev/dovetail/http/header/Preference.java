package dev.dovetail.http.header;

import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what a caller would like to be told after a write, RFC 7240 section 4.2. */
public enum Preference {
    /** The object as it is then. */
    REPRESENTATION("return=representation"),
    /** No more than that it was done. */
    MINIMAL("return=minimal");

    private static final Pattern RETURN = Pattern.compile(
            "(?:^|,)[ \\t]*return[ \\t]*=[ \\t]*\"?(representation|minimal)\"?[ \\t]*(?=[,;]|$)",
            Pattern.CASE_INSENSITIVE);

    private final String text;

    Preference(String text) {
        this.text = text;
    }

    /** Returns what the caller of a request would like; the first counts, what is not known is passed over. */
    public static Optional<Preference> of(Request request) {
        return request.list("Prefer")
                .map(RETURN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).equalsIgnoreCase("minimal") ? MINIMAL : REPRESENTATION);
    }

    /** Returns an answer that says that it is as preferred. */
    public Response applied(Response answer) {
        return answer.with("Preference-Applied", text);
    }
}
