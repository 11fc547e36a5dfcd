package dev.dovetail.dao.mybatis;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.keygen.Jdbc3KeyGenerator;
import org.apache.ibatis.executor.keygen.NoKeyGenerator;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.scripting.LanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Is MyBatis' configuration, taught to run a {@link Call}: its text is taken as it is, its values are bound by position
 * and rows are read by position, with none of MyBatis' reflection. Mappers of the application run as in any MyBatis.
 */
final class StoreConfiguration extends Configuration {
    private static final List<org.apache.ibatis.mapping.ParameterMapping> NO_MAPPINGS = List.of();

    private final LanguageDriver calls = new CallDriver();
    private final SqlSource texts = call -> new BoundSql(this, ((Call<?>) call).sql(), NO_MAPPINGS, call);

    private final Dialect dialect;

    StoreConfiguration(Dialect dialect) {
        this.dialect = dialect;
        setCacheEnabled(false);
        // The key of the local cache would not see our values; and a unit must see what others commit meanwhile.
        setLocalCacheScope(LocalCacheScope.STATEMENT);
        setMapUnderscoreToCamelCase(true);
        setArgNameBasedConstructorAutoMapping(true);
        getTypeHandlerRegistry().register(UUID.class, new UuidHandler());
    }

    Dialect dialect() {
        return dialect;
    }

    /** Returns the statement that runs calls under this name. */
    MappedStatement select(String name) {
        return statement(name, SqlCommandType.SELECT).build();
    }

    /** Returns the statement that runs changing calls under this name. */
    MappedStatement change(String name, SqlCommandType type) {
        return statement(name, type).keyGenerator(NoKeyGenerator.INSTANCE).build();
    }

    /** Returns the statement that runs insertions and hands the generated key to the call. */
    MappedStatement insertGenerating(String name, String keyColumn, ColumnType keyType) {
        return statement(name, SqlCommandType.INSERT)
                .keyGenerator(new GeneratedKey(keyType))
                .keyColumn(keyColumn)
                .build();
    }

    private MappedStatement.Builder statement(String name, SqlCommandType type) {
        return new MappedStatement.Builder(this, "dev.dovetail.sql." + name, texts, type)
                .lang(calls)
                .flushCacheRequired(true)
                .useCache(false);
    }

    @Override
    @SuppressWarnings("rawtypes") // as MyBatis declares it
    public ResultSetHandler newResultSetHandler(
            Executor executor,
            MappedStatement statement,
            RowBounds rowBounds,
            ParameterHandler parameterHandler,
            @Nullable ResultHandler resultHandler,
            BoundSql boundSql) {
        return boundSql.getParameterObject() instanceof Call<?> call
                ? (ResultSetHandler) interceptorChain.pluginAll(new CallRows(call))
                : super.newResultSetHandler(executor, statement, rowBounds, parameterHandler, resultHandler, boundSql);
    }

    /** Binds the values of calls. */
    private static final class CallDriver implements LanguageDriver {
        @Override
        public ParameterHandler createParameterHandler(MappedStatement statement, Object call, BoundSql boundSql) {
            return new CallParameters((Call<?>) call);
        }

        @Override
        public SqlSource createSqlSource(Configuration configuration, XNode script, Class<?> parameterType) {
            throw new UnsupportedOperationException("a call brings its own text");
        }

        @Override
        public SqlSource createSqlSource(Configuration configuration, String script, Class<?> parameterType) {
            throw new UnsupportedOperationException("a call brings its own text");
        }
    }

    private record CallParameters(Call<?> call) implements ParameterHandler {
        @Override
        public Object getParameterObject() {
            return call;
        }

        @Override
        public void setParameters(PreparedStatement statement) throws SQLException {
            call.bind(statement);
        }
    }

    /** Reads the rows of calls. */
    private record CallRows(Call<?> call) implements ResultSetHandler {
        @Override
        @SuppressWarnings("unchecked")
        public <E> List<E> handleResultSets(Statement statement) throws SQLException {
            List<E> found = new ArrayList<>();
            Call.RowReader<E> reader = (Call.RowReader<E>) call.rows();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }

        @Override
        public <E> Cursor<E> handleCursorResultSets(Statement statement) {
            throw new UnsupportedOperationException("calls are read whole");
        }

        @Override
        public void handleOutputParameters(CallableStatement statement) {
            throw new UnsupportedOperationException("calls are no procedures");
        }
    }

    /** Extends MyBatis' own generator only because statements are prepared to return keys for that one. */
    private static final class GeneratedKey extends Jdbc3KeyGenerator {
        private final ColumnType type;

        private GeneratedKey(ColumnType type) {
            this.type = type;
        }

        @Override
        public void processAfter(Executor executor, MappedStatement mapped, Statement statement, Object parameter) {
            Call<?> call = (Call<?>) parameter;
            try {
                if (call.batch() != null) {
                    call.generated(call.batch().next(statement, type));
                    return;
                }
                try (ResultSet keys = statement.getGeneratedKeys()) {
                    if (keys.next()) {
                        call.generated(type.read(keys, 1));
                    }
                }
            } catch (SQLException e) {
                throw SqlFailures.general(e);
            }
        }
    }

    /** Lets the application's mappers use UUIDs, for which MyBatis has no handler. */
    private static final class UuidHandler extends BaseTypeHandler<UUID> {
        @Override
        public void setNonNullParameter(PreparedStatement statement, int index, UUID value, JdbcType type)
                throws SQLException {
            statement.setObject(index, value);
        }

        @Override
        public UUID getNullableResult(ResultSet rows, String column) throws SQLException {
            return rows.getObject(column, UUID.class);
        }

        @Override
        public UUID getNullableResult(ResultSet rows, int index) throws SQLException {
            return rows.getObject(index, UUID.class);
        }

        @Override
        public UUID getNullableResult(CallableStatement statement, int index) throws SQLException {
            return statement.getObject(index, UUID.class);
        }
    }
}
