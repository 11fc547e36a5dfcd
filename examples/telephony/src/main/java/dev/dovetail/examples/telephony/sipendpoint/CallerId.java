package dev.dovetail.examples.telephony.sipendpoint;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is what a called party is shown, as an endpoint's option {@code callerid} holds it: {@code "name" <number>}.
 *
 * @param name null if the option is not there or has another form
 * @param number null if there is none
 */
public record CallerId(@Nullable String name, @Nullable String number) {
    private static final String SECTION_KEY = "callerid";
    private static final Pattern OPTION = Pattern.compile("\"([^\"]+)\"\\s+(<(\\+?[0-9A-Z]+)>)?.*", Pattern.DOTALL);
    private static final Pattern OF_USER = Pattern.compile("\"(.*)\"( <(\\+?\\d+)>)?", Pattern.DOTALL);

    /** Returns that of an endpoint. */
    public static CallerId of(SipEndpoint endpoint) {
        Optional<String> option = SipOptions.first(endpoint.endpointSectionOptions(), SECTION_KEY);
        Matcher matcher = OPTION.matcher(option.orElse(""));
        return matcher.matches() ? new CallerId(matcher.group(1), matcher.group(3)) : new CallerId(null, null);
    }

    /** Returns that of a user, whose column has another form: the number may be missing. */
    public static CallerId ofUser(String callerId) {
        Matcher matcher = OF_USER.matcher(callerId);
        return matcher.matches() ? new CallerId(matcher.group(1), matcher.group(3)) : new CallerId(null, null);
    }

    /** Returns this one with another name. */
    public CallerId named(String other) {
        return new CallerId(other, number);
    }

    /** Returns this one with another number. */
    public CallerId numbered(@Nullable String other) {
        return new CallerId(name, other);
    }

    /**
     * Returns the endpoint that shows this one. A half that is not there is written as None, as its clients know it.
     */
    public SipEndpoint writtenTo(SipEndpoint endpoint) {
        String text = "\"" + Objects.requireNonNullElse(name, "None") + "\" <"
                + Objects.requireNonNullElse(number, "None") + ">";
        return SipEndpoints.withEndpointOption(endpoint, SECTION_KEY, text);
    }

    /** Returns the endpoint that shows this one; a number that is not there is left out. */
    public SipEndpoint derivedTo(SipEndpoint endpoint) {
        String text = "\"" + name + "\"" + (number == null ? "" : " <" + number + ">");
        return SipEndpoints.withEndpointOption(endpoint, SECTION_KEY, text);
    }
}
