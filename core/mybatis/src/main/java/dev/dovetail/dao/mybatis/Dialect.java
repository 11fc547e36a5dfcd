package dev.dovetail.dao.mybatis;

import com.google.common.base.Splitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Names the database and knows in what its SQL differs.
 *
 * @since 0.1
 */
public enum Dialect {
    /** H2 in its regular mode. */
    H2,
    /** PostgreSQL 12 and later. */
    POSTGRESQL;

    /** What H2 2.x does not take as a name of a column; on PostgreSQL quoting lower case changes nothing. */
    private static final Set<String> RESERVED = words("all and any array as asymmetric authorization between case cast"
            + " check constraint cross current_catalog current_date current_path current_role current_schema"
            + " current_time current_timestamp current_user day default distinct else end except exists false fetch"
            + " for foreign from full group having hour if in inner intersect interval is join key left like limit"
            + " localtime localtimestamp minus minute month natural not null offset on or order primary qualify right"
            + " row rownum second select session_user set some symmetric system_user table to top true uescape union"
            + " unique unknown user using value values when where window with year");

    private static final Set<String> RESERVED_POSTGRESQL =
            words("analyse analyze asc both collate column create deferrable desc do grant initially lateral leading"
                    + " only placing references returning then trailing variadic");

    private static Set<String> words(String list) {
        return Set.copyOf(Splitter.on(' ').splitToList(list));
    }

    static Dialect of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> H2;
                case "PostgreSQL" -> POSTGRESQL;
                default ->
                    throw new IllegalArgumentException(
                            "database: " + product + " (expected: H2 or PostgreSQL, or a dialect told to the builder)");
            };
        } catch (SQLException e) {
            throw SqlFailures.general(e);
        }
    }

    /**
     * Returns a name as it is written in statements: reserved words and names with other than word characters quoted.
     */
    String identifier(String name) {
        boolean quoted = name.indexOf('"') >= 0 || name.indexOf('.') >= 0;
        boolean reserved = RESERVED.contains(name) || (this == POSTGRESQL && RESERVED_POSTGRESQL.contains(name));
        return reserved && !quoted ? '"' + name + '"' : name;
    }

    /**
     * Returns what sets up a connection: time-outs, zero meaning none. PostgreSQL compiles no statements: it takes a
     * second over one that runs for a few milliseconds and whose cost it rates too high, as it does that of derived
     * values.
     */
    String settings(Duration lock, Duration statement) {
        return this == H2
                ? "set lock_timeout " + lock.toMillis() + "; set query_timeout " + statement.toMillis()
                : "set lock_timeout = " + lock.toMillis() + "; set statement_timeout = " + statement.toMillis()
                        + "; set jit = off";
    }

    /**
     * Returns the regular expression of a normalised search term: {@code %} for any run of characters but the
     * separator, {@code _} for any one, all else itself.
     *
     * <p>H2 matches by backtracking: an atomic group per segment keeps that from growing with their number. PostgreSQL
     * has no atomic groups and needs none.
     */
    String regex(String term, char separator) {
        String any = "[^" + separator + "]";
        StringBuilder regex = new StringBuilder();
        boolean group = false;
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c == '%') {
                regex.append(group ? ")" : "").append(this == H2 ? "(?>" + any + "*?" : any + "*");
                group = this == H2;
                while (i + 1 < term.length() && term.charAt(i + 1) == '%') {
                    i++;
                }
            } else if (c == '_') {
                regex.append(any);
            } else {
                boolean special = c < 0x80 && c > ' ' && !Character.isLetterOrDigit(c);
                regex.append(special ? "\\" : "").append(c);
            }
        }
        return regex.append(group ? ")" : "").toString();
    }

    /** Returns a text that compares by code points, whatever the collation of the database. */
    String byCodePoint(String text) {
        return this == POSTGRESQL ? text + " collate \"C\"" : text;
    }

    /**
     * Returns a text in lower case without its accents, for values that no search text holds: letters of Latin only.
     */
    String folded(String lower) {
        return Folding.of(lower);
    }

    /** Returns the condition that a column matches the regular expression of a parameter. */
    String matches(String column) {
        return this == H2 ? "regexp_like(" + column + ", ?)" : column + " ~ ?";
    }

    /** Returns where the outbox's DDL is found among the resources. */
    String outboxResource() {
        return "/dev/dovetail/outbox/" + name().toLowerCase(Locale.ROOT) + ".sql";
    }
}
