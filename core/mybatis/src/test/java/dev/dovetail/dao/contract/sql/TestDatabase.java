package dev.dovetail.dao.contract.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.dao.mybatis.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Is an empty database, or schema, of a test's own. Closed by the test; what is in it is gone then. */
public final class TestDatabase implements AutoCloseable {
    private final Dialect dialect;
    private final HikariDataSource pool;

    TestDatabase(Dialect dialect, HikariConfig config, String drop) {
        this.dialect = dialect;
        this.pool = new Pool(config, drop);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Returns the pool, which drops what is in the database when it is closed. */
    public DataSource dataSource() {
        return pool;
    }

    /** Returns the URL, by which another pool or process gets at the same database. */
    public String url() {
        return pool.getJdbcUrl();
    }

    public String user() {
        return pool.getUsername();
    }

    public String password() {
        return pool.getPassword();
    }

    /** Runs statements. */
    public void run(String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static final class Pool extends HikariDataSource {
        private final String drop;

        Pool(HikariConfig config, String drop) {
            super(config);
            this.drop = drop;
        }

        @Override
        public void close() {
            if (isClosed()) {
                return;
            }
            try (Connection connection = getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(drop);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                super.close();
            }
        }
    }
}
