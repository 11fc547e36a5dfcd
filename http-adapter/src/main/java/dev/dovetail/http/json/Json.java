package dev.dovetail.http.json;

import dev.dovetail.value.ExactNumbers;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses and writes JSON (RFC 8259) within bounds: 64 levels deep, numbers of 1,000 digits, kept to the last one, no
 * name twice in an object. Thread-safe.
 *
 * @since 0.1
 */
public final class Json {
    private static final int DEPTH = 64;
    private static final int DIGITS = ExactNumbers.DIGITS;
    private static final int LONGEST_NUMBER = DIGITS + 32; // sign, point and exponent
    private static final int USUAL_SIZE = 512;

    private final JsonMapper mapper;
    private final ObjectReader reader;
    private final boolean newline;

    /**
     * Makes a reader and writer.
     *
     * @param newline whether every text written ends with a newline
     */
    public Json(boolean newline) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
        this.reader = mapper.readerFor(JsonNode.class);
        this.newline = newline;
    }

    /**
     * Returns the value that a text holds.
     *
     * @throws MalformedJsonException if it is not JSON, or empty, or breaks a bound
     */
    public JsonNode parse(byte[] text) {
        try {
            JsonNode node = reader.readValue(text);
            if (node == null || node.isMissingNode()) {
                throw new MalformedJsonException("the body is empty (expected: JSON)", null);
            }
            return node;
        } catch (JacksonException e) {
            throw new MalformedJsonException(what(e) + at(e), e);
        }
    }

    /** Says what is wrong in words of ours: the parser's name classes and options that the caller does not know. */
    private static String what(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "too deep, or a number or name too long (expected: at most " + DEPTH + " levels, " + DIGITS
                    + " digits)";
        } else if (e instanceof UnexpectedEndOfInputException) {
            return "the JSON text ends too early";
        } else if (e instanceof MismatchedInputException) {
            return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")
                    ? "a name occurs twice in an object"
                    : "something follows the JSON value";
        }
        return "not JSON";
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    /** Returns what a writer writes, in UTF-8. */
    public byte[] write(Consumer<JsonGenerator> writer) {
        ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL_SIZE);
        try (JsonGenerator generator = mapper.createGenerator(bytes)) {
            writer.accept(generator);
        }
        if (newline) {
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /** Returns a tree as text, in UTF-8. */
    public byte[] write(JsonNode tree) {
        return write(generator -> mapper.writeTree(generator, tree));
    }
}
