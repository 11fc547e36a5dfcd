package dev.dovetail.dao.mybatis;

import dev.dovetail.notification.outbox.Claim;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events and commands in the table {@code dovetail_outbox}.
 *
 * <p>A claim is a short transaction: it locks rows that are due, passing over those that others have locked, and writes
 * the owner into them. A row that is numbered lower and committed later is no danger: rows of one subject are numbered in
 * the order of their commits, since its row is locked before the outbox is written, and between subjects there is no order.
 */
final class SqlOutbox implements Outbox {
    private static final int ROWS_AT_ONCE = 64;

    private static final String EARLIER = "select 1 from dovetail_outbox e%s where e.subject = o.subject"
            + " and e.target = o.target and e.kind = 'event' and e.id < o.id and e.parked_at is null";
    private static final String UNTRIED =
            "select 1 from dovetail_outbox c%s where c.unit_id = o.unit_id and c.kind = 'command' and c.attempts = 0";

    /** The first has no earlier one that must wait; earlier ones that are due as well are claimed with it. */
    private static final String DUE = " and o.parked_at is null"
            + " and (o.next_attempt_at is null or o.next_attempt_at <= ?)"
            + " and (o.claimed_until is null or o.claimed_until <= ? or o.claimed_by = ?)"
            + " and (o.kind = 'command' or (not exists (" + EARLIER
            + " and (e.next_attempt_at > ? or (e.claimed_until > ? and e.claimed_by <> ?)))"
            + " and not exists (" + UNTRIED + ")))"
            + " order by o.id limit ? for update skip locked";

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
    private final String dueText;
    private final MappedStatement select;
    private final MappedStatement insert;
    private final MappedStatement update;
    private final MappedStatement delete;

    SqlOutbox(Sessions sessions, @Nullable EventCodec codec, Clock clock, OutboxSignal signal) {
        this.sessions = sessions;
        this.rows = new OutboxRows(codec);
        this.clock = clock;
        this.signal = signal;
        this.dueText = sessions.configuration().dialect() == Dialect.H2
                ? String.format(DUE, hint("subject"), hint("unit"))
                : String.format(DUE, "", "");
        this.select = sessions.configuration().select("outbox.select");
        this.insert = sessions.configuration().change("outbox.insert", SqlCommandType.INSERT);
        this.update = sessions.configuration().change("outbox.update", SqlCommandType.UPDATE);
        this.delete = sessions.configuration().change("outbox.delete", SqlCommandType.DELETE);
    }

    /** H2 would read all earlier rows of the target for each row: it does not know how many share a value. */
    private static String hint(String index) {
        return " use index (dovetail_outbox_" + index + ")";
    }

    @Override
    public void record(List<OutboxEntry> entries) {
        SqlTransaction unit = sessions.inUnit();
        for (int from = 0; from < entries.size(); from += ROWS_AT_ONCE) {
            List<OutboxEntry> some = entries.subList(from, Math.min(from + ROWS_AT_ONCE, entries.size()));
            unit.update(insert, rows.insert(some).append(signal.returning()), Failures::general);
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
        Call<Boolean> due = Call.starting("select " + OutboxRows.SELECTED + " from dovetail_outbox o where ");
        which(claim.which(), due);
        due.append(dueText);
        for (int i = 0; i < 2; i++) {
            due.with(ColumnType.INSTANT, now).with(ColumnType.INSTANT, now).with(ColumnType.STRING, claim.owner());
        }
        due.with(ColumnType.INTEGER, claim.limit());
        List<OutboxRows.Row> locked = transaction.select(select, due.reading(rows::read), Failures::general);
        if (locked.isEmpty()) {
            return List.of();
        }
        Set<Long> passed = passed(transaction, locked);
        List<OutboxRows.Row> mine =
                locked.stream().filter(row -> !passed.contains(row.id())).toList();
        if (!mine.isEmpty()) {
            Call<?> mark = Call.starting("update dovetail_outbox set claimed_by = ?, claimed_until = ? where ")
                    .with(ColumnType.STRING, claim.owner())
                    .with(ColumnType.INSTANT, now.plus(claim.lease()));
            transaction.update(update, among(mine, mark), Failures::general);
        }
        return mine;
    }

    private static void which(Claim.Selection which, Call<?> call) {
        if (which.targets().isEmpty()) {
            call.append(which.others() ? "1 = 1" : "1 = 0");
        } else if (which.others()) {
            call.append("not (");
            Conditions.in("o.target", ColumnType.STRING, which.targets(), call);
            call.append(")");
        } else {
            Conditions.in("o.target", ColumnType.STRING, which.targets(), call);
        }
        if (which.kind() != null) {
            call.append(" and o.kind = ?").with(ColumnType.STRING, OutboxRows.word(which.kind()));
        }
    }

    /**
     * Returns the locked rows that must wait after all: an earlier one of their subject was passed over, since another node
     * was just claiming it. What it claims meanwhile is seen by this statement, which begins later.
     */
    private Set<Long> passed(SqlTransaction transaction, List<OutboxRows.Row> locked) {
        Call<Boolean> earlier = Call.starting("select o.id, e.id from dovetail_outbox o, dovetail_outbox e"
                + " where e.subject = o.subject and e.target = o.target and e.kind = 'event' and e.id < o.id"
                + " and e.parked_at is null and o.kind = 'event' and ");
        Conditions.in(
                "o.id", ColumnType.LONG, locked.stream().map(OutboxRows.Row::id).toList(), earlier);
        Set<Long> mine = new HashSet<>();
        locked.forEach(row -> mine.add(row.id()));
        Set<Long> passed = new HashSet<>();
        transaction
                .select(select, earlier.reading(row -> new long[] {row.getLong(1), row.getLong(2)}), Failures::general)
                .forEach(pair -> {
                    if (!mine.contains(pair[1])) {
                        passed.add(pair[0]);
                    }
                });
        return passed;
    }

    private static Call<?> among(List<OutboxRows.Row> some, Call<?> call) {
        Conditions.in(
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
                transaction.update(update, call, Failures::general);
            }
        }
        if (!done.isEmpty()) {
            transaction.update(
                    delete, among(done, Call.starting("delete from dovetail_outbox where ")), Failures::general);
        }
        if (!untried.isEmpty()) {
            Call<?> call = Call.starting(
                            "update dovetail_outbox set claimed_by = null, claimed_until = null where claimed_by = ? and ")
                    .with(ColumnType.STRING, owner);
            transaction.update(update, among(untried, call), Failures::general);
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
                sessions.beginAside(), transaction -> transaction.update(statement, call, Failures::general) > 0);
    }

    @Override
    public Listening listen(Runnable woken) {
        return signal.listen(woken);
    }
}
