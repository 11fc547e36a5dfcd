package dev.dovetail.dao.mybatis.spring;

import dev.dovetail.dao.mybatis.AmbientTransaction;
import dev.dovetail.dao.mybatis.AmbientTransactions;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets units of work join the transactions that Spring manages over the store's data source: by {@code @Transactional},
 * a {@code TransactionTemplate}, whatever transaction manager exposes its JDBC connection.
 *
 * <pre>{@code
 * @Bean
 * Store store(DataSource dataSource) {
 *     return MyBatisStore.builder(dataSource).ambient(SpringTransactions.of(dataSource)).build();
 * }
 * }</pre>
 *
 * <p>Events and commands go out after Spring's commit and vanish with its rollback. A call of a service that fails
 * marks the transaction for rollback, even if the failure is caught. A suspended transaction ({@code REQUIRES_NEW}) is
 * not joined; where Spring has no transaction over this data source the unit of work has one of its own. Thread-safe.
 *
 * @since 0.1
 */
public final class SpringTransactions implements AmbientTransactions {
    private final DataSource dataSource;

    private SpringTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Returns what tells of transactions over a data source.
     *
     * @param dataSource the one that the transaction manager has, and the store
     */
    public static SpringTransactions of(DataSource dataSource) {
        return new SpringTransactions(dataSource);
    }

    @Override
    public Optional<AmbientTransaction> current() {
        // what completes is still bound to the thread, but takes no synchronizations any more
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof SpringTransaction joined) {
            return joined.committed() ? Optional.empty() : Optional.of(joined);
        }
        Object holder = TransactionSynchronizationManager.getResource(dataSource);
        return holder instanceof ConnectionHolder connections
                ? Optional.of(SpringTransaction.joined(this, connections))
                : Optional.empty();
    }
}
