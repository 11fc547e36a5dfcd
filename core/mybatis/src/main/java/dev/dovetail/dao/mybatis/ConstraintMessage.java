package dev.dovetail.dao.mybatis;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the constraint, its columns and the table that holds it from a driver's message. Only names are looked at,
 * never the words around them, which depend on the language.
 *
 * <p>H2: {@code … "PUBLIC.NAME INDEX PUBLIC.X ON PUBLIC.USERS(EMAIL NULLS FIRST) VALUES …"} and
 * {@code … "NAME: PUBLIC.LINES FOREIGN KEY(USER_ID) REFERENCES PUBLIC.USERS(ID) (99)"}. PostgreSQL:
 * {@code … "users_email_key"\n Detail: Key (email)=(x) …} and {@code … table "lines" … constraint
 * "lines_user_id_fkey"}.
 */
final class ConstraintMessage {
    private static final Pattern H2_UNIQUE = Pattern.compile("\"(\\S+)[^\"]*? ON ([^\\s(]+)\\(([^)]*)\\)");
    private static final Pattern H2_REFERENCE =
            Pattern.compile("\"(\\S+): (\\S+) FOREIGN KEY\\(([^)]*)\\) REFERENCES ([^\\s(]+)\\(");
    private static final Pattern QUOTED = Pattern.compile("[\"«„“]([^\"«»„“”]+)[\"»”“]");
    private static final Pattern KEY_DETAIL = Pattern.compile("\\((.+?)\\)=\\(");

    private ConstraintMessage() {}

    static SqlFailures.Constraint read(String message) {
        Matcher reference = H2_REFERENCE.matcher(message);
        if (reference.find()) {
            return new SqlFailures.Constraint(
                    last(reference.group(1)),
                    columns(reference.group(3)),
                    last(reference.group(2)),
                    last(reference.group(4)));
        }
        Matcher unique = H2_UNIQUE.matcher(message);
        if (unique.find()) {
            return new SqlFailures.Constraint(
                    last(unique.group(1)), columns(unique.group(3)), last(unique.group(2)), null);
        }
        return postgresql(message);
    }

    private static SqlFailures.Constraint postgresql(String message) {
        int end = message.indexOf('\n') < 0 ? message.length() : message.indexOf('\n');
        List<String> quoted = quoted(message.substring(0, end));
        String detail = message.substring(end);
        Matcher key = KEY_DETAIL.matcher(detail);
        List<String> columns = key.find() ? columns(key.group(1)) : List.of();
        List<String> inDetail = quoted(detail);
        String referenced = inDetail.isEmpty() ? null : inDetail.get(inDetail.size() - 1);
        return new SqlFailures.Constraint(constraint(quoted), columns, table(quoted), referenced);
    }

    private static List<String> quoted(String text) {
        List<String> quoted = new ArrayList<>();
        Matcher names = QUOTED.matcher(text);
        while (names.find()) {
            quoted.add(names.group(1).strip());
        }
        return quoted;
    }

    /** A unique names only itself, a missing reference its table first, a child that is left three names. */
    private static String constraint(List<String> quoted) {
        return quoted.isEmpty() ? "" : quoted.get(Math.min(1, quoted.size() - 1));
    }

    private static @Nullable String table(List<String> quoted) {
        return quoted.size() == 3 ? quoted.get(2) : quoted.size() == 2 ? quoted.get(0) : null;
    }

    private static String last(String qualified) {
        String name = qualified.substring(qualified.lastIndexOf('.') + 1);
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    /** Returns the names of the columns of a list, {@code lower(name::text)} and H2's {@code name_lower} as name. */
    private static List<String> columns(String list) {
        List<String> columns = new ArrayList<>();
        for (String part : Splitter.on(',').split(list)) {
            String name = part.strip().toLowerCase(Locale.ROOT).replace("\"", "");
            name = name.replaceAll(" nulls (first|last)| asc| desc", "").replaceAll("::[a-z ]+", "");
            name = name.startsWith("lower(") ? name.substring("lower(".length()) : name;
            name = name.replaceAll("[()]", "").strip();
            columns.add(name.endsWith("_lower") ? name.substring(0, name.length() - "_lower".length()) : name);
        }
        return columns;
    }
}
