package dev.dovetail.dao.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for notifications of a channel on a connection of its own, which it opens again whenever it is lost.
 *
 * <p>It calls for each batch of notifications but its own, and once whenever it has begun to listen, since some may
 * have been missed. Without PostgreSQL's driver, or with one that is wrapped beyond recognition, it ends, and nobody is
 * called.
 */
public final class Notifications extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int WAIT_MILLIS = 10_000;
    private static final int VALID_SECONDS = 5;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long END_MILLIS = 2_000;

    private final DataSource dataSource;
    private final String channel;
    private final String own;
    private final Runnable woken;
    private volatile @Nullable Connection listening;
    private volatile boolean ended;

    private Notifications(DataSource dataSource, String channel, String own, Runnable woken) {
        super("dovetail-" + channel + "-notifications");
        this.dataSource = dataSource;
        this.channel = channel;
        this.own = own;
        this.woken = woken;
        setDaemon(true);
    }

    /**
     * Begins to listen.
     *
     * @param channel a word
     * @param own the payload of notifications to pass over
     */
    public static Notifications listen(DataSource dataSource, String channel, String own, Runnable woken) {
        Notifications notifications = new Notifications(dataSource, channel, own, woken);
        notifications.start();
        return notifications;
    }

    @Override
    public void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!ended) {
            long begun = System.nanoTime();
            try {
                if (!listen()) {
                    return;
                }
            } catch (SQLException | RuntimeException e) {
                boolean worked = System.nanoTime() - begun > LONGEST_PAUSE_MILLIS * 1_000_000;
                pause = worked ? FIRST_PAUSE_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                if (!ended) {
                    LOG.warn(
                            "The connection that waits for notifications was lost and is opened again: {}",
                            e.toString());
                    pause(pause);
                }
            } catch (NoClassDefFoundError e) {
                LOG.info("No notifications from the database: PostgreSQL's own driver is not there");
                return;
            }
        }
    }

    private boolean listen() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isWrapperFor(PGConnection.class)) {
                LOG.info("No notifications from the database: the connection is not one of PostgreSQL's own driver");
                return false;
            }
            listening = connection;
            execute(connection, "listen " + channel);
            woken.run();
            await(connection, connection.unwrap(PGConnection.class));
            execute(connection, "unlisten " + channel);
            return true;
        } finally {
            listening = null;
        }
    }

    private void await(Connection connection, PGConnection driver) throws SQLException {
        while (!ended) {
            PGNotification[] arrived = driver.getNotifications(WAIT_MILLIS);
            if (arrived == null || arrived.length == 0) {
                if (!ended && !connection.isValid(VALID_SECONDS)) { // a peer that is gone says nothing
                    throw new SQLException("no answer");
                }
                continue;
            }
            for (PGNotification notification : arrived) {
                if (!notification.getParameter().equals(own)) {
                    woken.run();
                    break;
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            ended = true;
        }
    }

    /** Ends listening. */
    public void end() {
        ended = true;
        interrupt();
        Connection connection = listening;
        try {
            if (connection != null) {
                connection.abort(Runnable::run); // it may be waiting for ten seconds
            }
            join(END_MILLIS);
        } catch (SQLException e) {
            LOG.debug("The connection that waits for notifications could not be ended", e);
        } catch (InterruptedException e) {
            currentThread().interrupt();
        }
    }
}
