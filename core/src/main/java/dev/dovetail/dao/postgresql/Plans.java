package dev.dovetail.dao.postgresql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * Has statements planned for their values. PostgreSQL plans a statement that was prepared there for any values after its fifth
 * run, and then reads whole tables in search of a rare text whose trigrams an index knows.
 */
public final class Plans {
    private static final boolean HAS_DRIVER = hasDriver();

    private Plans() {}

    private static boolean hasDriver() {
        try {
            return PGStatement.class.isInterface();
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    /** Keeps a statement from being prepared there; does nothing with the statements of other drivers. */
    public static void anew(PreparedStatement statement) throws SQLException {
        if (HAS_DRIVER && statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
