package dev.dovetail.dao.mybatis;

import dev.dovetail.notification.outbox.Claim;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events and commands in the table {@code dovetail_outbox}.
 *
 * <p>A claim is a short transaction: it locks rows that are due, passing over those that others have locked, and writes
 * the owner into them. A row that is numbered lower and committed later is no danger: rows of one subject are numbered
 * in the order of their commits, since its row is locked before the outbox is written, and between subjects there is no
 * order.
 */
final class SqlOutbox implements Outbox {
    private static final int ROWS_AT_ONCE = 64;

    private static final String FAIL = "update dovetail_outbox set attempts = attempts + 1, next_attempt_at = ?,"
            + " parked_at = ?, last_error = ?, claimed_by = null, claimed_until = null where claimed_by = ? and id = ?";
    private static final String BACKLOG = "select count(*) filter (where parked_at is null),"
            + " count(last_error) filter (where parked_at is null), min(recorded_at) filter (where parked_at is null),"
            + " (select last_error from dovetail_outbox where last_error is not null order by id desc limit 1),"
            + " count(parked_at) from dovetail_outbox";

    private final Sessions sessions;
    private final OutboxRows rows;
    private final Clock clock;
    private final OutboxSignal signal;
    private final OutboxWindow window;
    private final MappedStatement select;
    private final MappedStatement insert;
    private final MappedStatement update;
    private final MappedStatement delete;
    private final UnaryOperator<List<OutboxEntry>> change;

    SqlOutbox(Sessions sessions, @Nullable EventCodec codec, Clock clock, OutboxSignal signal) {
        this.sessions = sessions;
        this.rows = new OutboxRows(codec);
        this.clock = clock;
        this.signal = signal;
        this.select = sessions.configuration().select("outbox.select");
        this.window = new OutboxWindow(rows, select);
        this.insert = sessions.configuration().change("outbox.insert", SqlCommandType.INSERT);
        this.update = sessions.configuration().change("outbox.update", SqlCommandType.UPDATE);
        this.delete = sessions.configuration().change("outbox.delete", SqlCommandType.DELETE);
        this.change = UnaryOperator.identity();
    }

    private SqlOutbox(SqlOutbox outbox, UnaryOperator<List<OutboxEntry>> change) {
        this.sessions = outbox.sessions;
        this.rows = outbox.rows;
        this.clock = outbox.clock;
        this.signal = outbox.signal;
        this.window = outbox.window;
        this.select = outbox.select;
        this.insert = outbox.insert;
        this.update = outbox.update;
        this.delete = outbox.delete;
        this.change = entries -> outbox.change.apply(change.apply(entries));
    }

    /**
     * Is an outbox of its own rather than one around this, so that a unit of work can still end with what it records.
     */
    @Override
    public Outbox recording(UnaryOperator<List<OutboxEntry>> changes) {
        return new SqlOutbox(this, changes);
    }

    @Override
    public void record(List<OutboxEntry> recorded) {
        List<OutboxEntry> entries = change.apply(recorded);
        SqlTransaction unit = sessions.inUnit().writing(this);
        if (entries.size() > ROWS_AT_ONCE) {
            unit.commitApart();
        }
        for (int from = 0; from < entries.size(); from += ROWS_AT_ONCE) {
            List<OutboxEntry> some = entries.subList(from, Math.min(from + ROWS_AT_ONCE, entries.size()));
            unit.update(insert, rows.insert(some).append(signal.returning()), SqlFailures::general);
        }
    }

    @Override
    public boolean process(Claim claim, Handler handler) {
        List<OutboxRows.Row> claimed = Sessions.whole(sessions.beginAside(), transaction -> claim(transaction, claim));
        if (claimed.isEmpty()) {
            return false;
        }
        List<Result> results;
        try {
            results = handler.handle(claimed.stream().map(OutboxRows.Row::entry).toList());
        } catch (Throwable e) {
            release(claimed, claim.owner(), e);
            throw e;
        }
        Sessions.whole(sessions.beginAside(), transaction -> settle(transaction, claimed, results, claim.owner()));
        return true;
    }

    private List<OutboxRows.Row> claim(SqlTransaction transaction, Claim claim) {
        Instant now = clock.instant();
        List<OutboxRows.Row> mine = window.due(transaction, claim, now);
        if (!mine.isEmpty()) {
            Call<?> mark = Call.starting("update dovetail_outbox set claimed_by = ?, claimed_until = ? where ")
                    .with(ColumnType.STRING, claim.owner())
                    .with(ColumnType.INSTANT, now.plus(claim.lease()));
            transaction.update(update, among(mine, mark), SqlFailures::general);
        }
        return mine;
    }

    private static Call<?> among(List<OutboxRows.Row> some, Call<?> call) {
        SqlConditions.in(
                "id", ColumnType.LONG, some.stream().map(OutboxRows.Row::id).toList(), call);
        return call;
    }

    private void release(List<OutboxRows.Row> claimed, String owner, Throwable cause) {
        try {
            List<Result> none = claimed.stream().map(row -> Result.NOT_TRIED).toList();
            Sessions.whole(sessions.beginAside(), transaction -> settle(transaction, claimed, none, owner));
        } catch (RuntimeException e) { // the claim runs out
            cause.addSuppressed(e);
        }
    }

    private boolean settle(
            SqlTransaction transaction, List<OutboxRows.Row> claimed, List<Result> results, String owner) {
        List<OutboxRows.Row> done = new ArrayList<>();
        List<OutboxRows.Row> untried = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            Result result = results.get(i);
            if (result.done()) {
                done.add(claimed.get(i));
            } else if (result.error() == null) {
                untried.add(claimed.get(i));
            } else {
                Call<?> call = Call.of(FAIL)
                        .with(ColumnType.INSTANT, result.again())
                        .with(ColumnType.INSTANT, result.isParked() ? clock.instant() : null)
                        .with(ColumnType.STRING, result.error())
                        .with(ColumnType.STRING, owner)
                        .with(ColumnType.LONG, claimed.get(i).id());
                transaction.update(update, call, SqlFailures::general);
            }
        }
        if (!done.isEmpty()) {
            transaction.update(
                    delete, among(done, Call.starting("delete from dovetail_outbox where ")), SqlFailures::general);
        }
        if (!untried.isEmpty()) {
            Call<?> call = Call.starting(
                            "update dovetail_outbox set claimed_by = null, claimed_until = null where claimed_by = ? and ")
                    .with(ColumnType.STRING, owner);
            transaction.update(update, among(untried, call), SqlFailures::general);
        }
        return true;
    }

    @Override
    public Backlog backlog() {
        Call<Backlog> call = Call.of(BACKLOG)
                .reading(row -> new Backlog(
                        row.getLong(1),
                        row.getLong(2),
                        (Instant) ColumnType.INSTANT.read(row, 3),
                        row.getString(4),
                        row.getLong(5)));
        return Objects.requireNonNull(sessions.selectOne(select, call));
    }

    @Override
    public List<Failed> failed(int limit) {
        Call<Failed> call = Call.of("select " + OutboxRows.SELECTED + ", o.last_error, o.parked_at, o.next_attempt_at"
                        + " from dovetail_outbox o where o.last_error is not null order by o.id limit ?")
                .with(ColumnType.INTEGER, limit)
                .reading(this::readFailed);
        return sessions.select(select, call);
    }

    private Failed readFailed(java.sql.ResultSet row) throws SQLException {
        int after = OutboxRows.COLUMNS + 1;
        boolean parked = row.getObject(after + 1) != null;
        return new Failed(
                rows.read(row).entry(),
                row.getString(after),
                parked ? null : (Instant) ColumnType.INSTANT.read(row, after + 2));
    }

    @Override
    public boolean retry(UUID id) {
        return changeFailed(
                update,
                "update dovetail_outbox set attempts = 0, next_attempt_at = null, parked_at = null, last_error = null",
                id);
    }

    @Override
    public boolean drop(UUID id) {
        return changeFailed(delete, "delete from dovetail_outbox", id);
    }

    private boolean changeFailed(MappedStatement statement, String change, UUID id) {
        Call<?> call = Call.of(change + " where event_id = ? and last_error is not null")
                .with(ColumnType.UUIDS, id);
        return Sessions.whole(
                sessions.beginAside(), transaction -> transaction.update(statement, call, SqlFailures::general) > 0);
    }

    @Override
    public Listening listen(Runnable woken) {
        return signal.listen(woken);
    }
}
