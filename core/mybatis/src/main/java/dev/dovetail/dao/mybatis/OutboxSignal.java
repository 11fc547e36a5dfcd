package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.postgresql.Notifications;
import dev.dovetail.notification.outbox.Outbox;
import java.util.UUID;
import javax.sql.DataSource;

/** Signals new outbox entries to other nodes, where the database can. */
interface OutboxSignal {

    /** Returns what ends an insertion, so that others are told of it when it is committed. */
    String returning();

    /** Calls something when another node has told. */
    Outbox.Listening listen(Runnable woken);

    /** Returns the signal of a database that has none. */
    static OutboxSignal none() {
        return new OutboxSignal() {
            @Override
            public String returning() {
                return "";
            }

            @Override
            public Outbox.Listening listen(Runnable woken) {
                return () -> {};
            }
        };
    }

    /** Returns the signal of a database: PostgreSQL's NOTIFY, within the transaction that records. */
    static OutboxSignal of(Dialect dialect, DataSource dataSource) {
        if (dialect != Dialect.POSTGRESQL) {
            return none();
        }
        String channel = "dovetail_outbox";
        String own = UUID.randomUUID().toString();
        return new OutboxSignal() {
            @Override
            public String returning() {
                return " returning pg_notify('" + channel + "', '" + own + "')";
            }

            @Override
            public Outbox.Listening listen(Runnable woken) {
                return Notifications.listen(dataSource, channel, own, woken)::end;
            }
        };
    }
}
