package dev.dovetail.examples.telephony.style;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
import dev.dovetail.http.style.QueryStyle;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Speaks with the clients of {@code /1.1}: they know GET, POST, PUT and DELETE alone, and send values in many forms.
 * Thread-safe.
 */
public final class TelephonyStyle implements ApiStyle, QueryStyle {
    private static final Set<String> COMPLETED = Set.of("agent_skill", "queue_member_agent", "queue_member_user");

    private final Pattern failingOnNull;

    /** Makes the style of the API at a path. */
    public TelephonyStyle(String basePath) {
        this.failingOnNull = Pattern.compile("POST \\Q" + basePath + "\\E/(agents|contexts|groups|users)|PUT \\Q"
                + basePath + "\\E/(agents|contexts|groups|users)/[^/]+");
    }

    /** Offers nothing: media types, conditions and unknown parameters are passed over. */
    @Override
    public Set<Feature> features() {
        return Set.of();
    }

    /** Integers may be floats, which are cut, and decimal texts; unknown fields are passed over. */
    @Override
    public JsonTypes types(JsonTypes types) {
        return types.passingOverUnknown()
                .with(Integer.class, (node, type, to) -> Lenient.integer(node, to))
                .with(Loose.Flag.class, (node, type, to) -> Lenient.bool(node, to))
                .with(Loose.Decimal.class, (node, type, to) -> Lenient.number(node, to));
    }

    /** Every empty value stands for an object without fields; null is a failure of the server at some paths. */
    @Override
    public JsonNode body(JsonNode body, Request request) {
        if (body.isNull()
                && failingOnNull
                        .matcher(request.method() + " " + request.path())
                        .matches()) {
            throw Errors.technical(ErrorKind.UNIT_FAILED, "the body is null", null);
        }
        return isEmpty(body) ? JsonNodeFactory.instance.objectNode() : body;
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull()
                || (node.isArray() && node.isEmpty())
                || (node.isNumber() && node.decimalValue().signum() == 0)
                || (node.isBoolean() && !node.booleanValue())
                || (node.isString() && node.stringValue().isEmpty());
    }

    /** A link of these associations gets the defaults of the attributes that its body leaves out. */
    @Override
    public boolean absentMeansDefault(Association<?, ?, ?, ?> association) {
        return COMPLETED.contains(association.name());
    }

    /** Every answer ends with a newline. */
    @Override
    public Json json() {
        return new Json(true);
    }

    @Override
    public QueryStyle queries() {
        return this;
    }

    /** A value that a column cannot have matches nothing, but a boolean has to be one. */
    @Override
    public <T extends Record> Criterion<T> equal(
            Resource<T, ?> resource, Expression<T, ?> expression, String parameter, String text) {
        if (expression.type() == boolean.class || expression.type() == Boolean.class) {
            return new Criterion.Equal<>(expression, Lenient.anyCase(text), false);
        }
        try {
            return new Criterion.Equal<>(expression, QueryStyle.parse(expression.type(), text), false);
        } catch (IllegalArgumentException e) {
            return Criterion.in(expression, List.of());
        }
    }

    /** {@code %} and {@code _} are wildcards. */
    @Override
    public <T> Search<T> text(Search<T> search, String text) {
        return search.pattern(text);
    }

    /** Takes words in lower, capitalised or upper case; {@code recursive} is no unless it says {@code true}. */
    @Override
    public boolean flag(String parameter, String text) {
        if (parameter.equals("recursive")) {
            return text.equalsIgnoreCase("true");
        }
        return Lenient.word(text).orElseThrow(() -> new IllegalArgumentException("not a boolean: " + text));
    }

    /** Takes spaces around a number. */
    @Override
    public BigInteger number(String text) {
        return new BigInteger(text.strip());
    }
}
