package dev.dovetail.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Does by a MyBatis mapper and hand-written code what Dovetail does. */
final class ByHand implements Operations {
    private final DataSource dataSource;
    private final SqlSessionFactory sessions;
    private final Validator validator = validator();
    private final Consumer<Object> listener;

    ByHand(DataSource dataSource, Consumer<Object> listener) {
        this.dataSource = dataSource;
        this.listener = listener;
        Configuration configuration =
                new Configuration(new Environment("bench", new JdbcTransactionFactory(), dataSource));
        configuration.setCacheEnabled(false);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.getTypeHandlerRegistry().register(UUID.class, new VoicemailMapper.UuidHandler());
        configuration.addMapper(VoicemailMapper.class);
        this.sessions = new SqlSessionFactoryBuilder().build(configuration);
    }

    /** Returns a validator that needs no expression language. */
    static Validator validator() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }

    static void refuse(Set<ConstraintViolation<Voicemail>> violations) {
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    private <R> R reading(Function<VoicemailMapper, R> work) {
        try (SqlSession session = sessions.openSession(true)) {
            return work.apply(session.getMapper(VoicemailMapper.class));
        }
    }

    private <R> R writing(Function<VoicemailMapper, R> work) {
        try (SqlSession session = sessions.openSession()) {
            R result = work.apply(session.getMapper(VoicemailMapper.class));
            listener.accept(result);
            session.commit();
            return result;
        }
    }

    @Override
    public Voicemail get(int id) {
        return Objects.requireNonNull(reading(mapper -> mapper.get(id)));
    }

    @Override
    public List<Voicemail> search(String context) {
        List<Voicemail> found = reading(mapper -> mapper.search(context, Rows.PAGE + 1L));
        return found.size() > Rows.PAGE ? found.subList(0, Rows.PAGE) : found;
    }

    @Override
    public Voicemail create(Voicemail row) {
        refuse(validator.validate(row));
        return writing(mapper -> {
            VoicemailMapper.Key key = new VoicemailMapper.Key();
            Voicemail draft = Rows.owned(row, 0, UUID.randomUUID());
            mapper.create(draft, key);
            return Rows.owned(draft, key.id, draft.uuid());
        });
    }

    @Override
    public Voicemail edit(int id, String name) {
        return writing(mapper -> {
            Voicemail edited = Rows.named(Objects.requireNonNull(mapper.lock(id)), name);
            refuse(validator.validateProperty(edited, "name"));
            mapper.edit(edited);
            return edited;
        });
    }

    @Override
    public boolean associate(int user, int line) {
        return writing(mapper -> {
            lock(mapper, user, line);
            return mapper.link(user, line) > 0;
        });
    }

    @Override
    public boolean dissociate(int user, int line) {
        return writing(mapper -> {
            lock(mapper, user, line);
            return mapper.unlink(user, line) > 0;
        });
    }

    private static void lock(VoicemailMapper mapper, int user, int line) {
        Objects.requireNonNull(mapper.lockLine(line));
        Objects.requireNonNull(mapper.lockUser(user));
    }

    @Override
    public void close() {
        if (dataSource instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
