package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.contract.sql.JoinedTransactions;
import java.sql.Connection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.Test;

/** Says that services take part in the transactions of a connection or a MyBatis session of the application's. */
abstract class JoinedTransactionsContract extends JoinedTransactions {
    interface NoteMapper {
        @Insert("insert into notes(text) values (#{text})")
        int insert(String text);

        @Select("select count(*) from notes")
        int count();
    }

    JoinedTransactionsContract(Dialect dialect) {
        super(dialect);
    }

    @Test
    void connectionDecides() throws Exception {
        ConnectionTransactions transactions = ConnectionTransactions.create();
        load(transactions);
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (ConnectionTransactions.Joined joined = transactions.join(connection)) {
                create("a");
                create("b");
                assertThat(heard).isEmpty();
                joined.commit();
                assertThat(heard).as("told once the join is over").isEmpty();
            }
            assertThat(heard).containsExactly("a", "b");
            try (ConnectionTransactions.Joined joined = transactions.join(connection)) {
                create("c");
                assertThat(joined.rollbackOnly()).isFalse();
            }
        }
        assertThat(heard).containsExactly("a", "b");
        assertThat(stored()).containsExactly("a", "b");
        noneIsWaiting();
    }

    private SqlSessionFactory sessions() {
        Configuration configuration =
                new Configuration(new Environment("application", new JdbcTransactionFactory(), database.dataSource()));
        configuration.addMapper(NoteMapper.class);
        return new SqlSessionFactoryBuilder().build(configuration);
    }

    @Test
    void myBatisSessionDecides() {
        ConnectionTransactions transactions = ConnectionTransactions.create();
        load(transactions);
        for (ExecutorType type : List.of(ExecutorType.SIMPLE, ExecutorType.BATCH)) {
            heard.clear();
            try (SqlSession session = sessions().openSession(type, false)) {
                session.getMapper(NoteMapper.class).insert("mine" + type);
                try (ConnectionTransactions.Joined joined = transactions.join(session)) {
                    create("ours" + type);
                    assertThat(stored()).contains("mine" + type, "ours" + type);
                    joined.commit();
                }
            }
            assertThat(heard).containsExactly("ours" + type);
        }
        try (SqlSession session = sessions().openSession(false)) {
            session.getMapper(NoteMapper.class).insert("lost");
            try (ConnectionTransactions.Joined joined = transactions.join(session)) {
                create("lost too");
                assertThat(joined.rollbackOnly()).isFalse();
            }
        }
        assertThat(stored()).hasSize(4).doesNotContain("lost", "lost too");
        assertThat(heard).hasSize(1);
        noneIsWaiting();
    }
}
