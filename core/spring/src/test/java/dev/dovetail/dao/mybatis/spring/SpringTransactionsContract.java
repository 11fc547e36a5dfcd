package dev.dovetail.dao.mybatis.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.contract.sql.JoinedTransactions;
import dev.dovetail.dao.contract.sql.TestDatabase;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.dao.mybatis.Dialect;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says that services take part in Spring's transactions. */
abstract class SpringTransactionsContract extends JoinedTransactions {
    SpringTransactionsContract(Dialect dialect) {
        super(dialect);
    }

    /** Runs with Spring's transactions over the store's data source. */
    private TransactionTemplate spring() {
        load(SpringTransactions.of(database.dataSource()));
        return new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    }

    @Test
    void springCommits() {
        TransactionTemplate template = spring();
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

        template.executeWithoutResult(status -> {
            create("a");
            jdbc.update("insert into notes(text) values ('theirs')");
            create("b");
            assertThat(jdbc.queryForObject("select count(*) from notes", Integer.class))
                    .isEqualTo(3);
            assertThat(stored()).containsExactly("a", "b", "theirs");
            assertThat(heard).isEmpty();
        });

        assertThat(heard).containsExactly("a", "b");
        assertThat(stored()).containsExactly("a", "b", "theirs");
        noneIsWaiting();
    }

    @Test
    void springRollsBack() {
        TransactionTemplate template = spring();

        template.executeWithoutResult(status -> {
            create("a");
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> template.executeWithoutResult(status -> {
                    create("b");
                    throw new IllegalStateException("theirs");
                }))
                .hasMessage("theirs");

        assertThat(heard).isEmpty();
        assertThat(stored()).isEmpty();
        noneIsWaiting();
        assertThat(create("a").text()).isEqualTo("a");
        assertThat(heard).containsExactly("a");
    }

    @Test
    void failedCallKeepsSpringFromCommitting() {
        TransactionTemplate template = spring();
        create("taken");
        heard.clear();

        assertThatThrownBy(() -> template.executeWithoutResult(status -> {
                    create("a");
                    assertThatThrownBy(() -> create("taken"))
                            .isInstanceOfSatisfying(
                                    DovetailException.class,
                                    refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS));
                }))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(stored()).containsExactly("taken");
        assertThat(heard).isEmpty();
    }

    @Test
    void suspendedTransactionIsNotJoined() {
        TransactionTemplate template = spring();
        TransactionTemplate another = new TransactionTemplate(template.getTransactionManager());
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        template.executeWithoutResult(status -> {
            create("outer");
            another.executeWithoutResult(inner -> create("inner"));
            assertThat(heard).containsExactly("inner");
            create("outer too");
            status.setRollbackOnly();
        });

        assertThat(stored()).containsExactly("inner");
        assertThat(heard).containsExactly("inner");
    }

    /** What runs after Spring's commit finds its transaction still bound; a unit that joined it would be lost. */
    @Test
    void callAfterSpringsCommitHasAUnitOfItsOwn() {
        TransactionTemplate template = spring();

        template.executeWithoutResult(status -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    create("afterwards");
                }
            });
            create("a");
        });

        assertThat(stored()).containsExactly("a", "afterwards");
        assertThat(heard).containsExactlyInAnyOrder("a", "afterwards");
    }

    @Test
    void transactionOverAnotherDataSourceIsNotJoined() {
        spring();
        try (TestDatabase other = TestDatabases.h2()) {
            new TransactionTemplate(new JdbcTransactionManager(other.dataSource())).executeWithoutResult(status -> {
                create("own");
                status.setRollbackOnly();
            });
        }
        assertThat(stored()).containsExactly("own");
        assertThat(heard).containsExactly("own");
    }

    @Test
    void dryRunRefusesToRollBackTheirs() {
        TransactionTemplate template = spring();

        template.executeWithoutResult(status -> {
            create("a");
            assertThatThrownBy(() -> registry.unitOfWork().dryRun(CALL, () -> create("b")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("transaction of the application");
        });

        assertThat(stored()).containsExactly("a");
    }
}
