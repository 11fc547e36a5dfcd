package dev.dovetail.dao.mybatis.spring;

import dev.dovetail.dao.mybatis.AmbientTransaction;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Is one transaction of Spring's, bound to its thread beside Spring's own resources. */
final class SpringTransaction implements AmbientTransaction, TransactionSynchronization {
    private final SpringTransactions key;
    private final ConnectionHolder connections;
    private final List<Consumer<Boolean>> actions = new ArrayList<>();
    private boolean committed;

    private SpringTransaction(SpringTransactions key, ConnectionHolder connections) {
        this.key = key;
        this.connections = connections;
    }

    static SpringTransaction joined(SpringTransactions key, ConnectionHolder connections) {
        SpringTransaction joined = new SpringTransaction(key, connections);
        TransactionSynchronizationManager.bindResource(key, joined);
        TransactionSynchronizationManager.registerSynchronization(joined);
        return joined;
    }

    /**
     * Returns whether the commit is done, so that nothing more can be written: callbacks of the application may come
     * later.
     */
    boolean committed() {
        return committed;
    }

    @Override
    public Connection connection() {
        return connections.getConnection();
    }

    @Override
    public void onCompletion(Consumer<Boolean> action) {
        actions.add(action);
    }

    @Override
    public void setRollbackOnly() {
        connections.setRollbackOnly();
    }

    /** Before other callbacks, so that they find the transaction done. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterCommit() {
        committed = true;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
        actions.forEach(action -> action.accept(status == STATUS_COMMITTED));
    }
}
