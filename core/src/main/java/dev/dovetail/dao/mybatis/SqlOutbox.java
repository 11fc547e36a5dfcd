package dev.dovetail.dao.mybatis;

import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events and commands in the table {@code dovetail_outbox}.
 *
 * <p>Those who process it take turns: each locks the rows that it hands out, in order, and the next one waits for them.
 * That keeps the order and hands nothing out twice, however many nodes there are.
 */
final class SqlOutbox implements Outbox {
    private static final int ROWS_AT_ONCE = 64;
    private static final String COLUMNS =
            "event_id, unit_id, kind, name, subject, headers, data, recorded_at, actor, trace_id, attempts";
    private static final String SELECT = "select id, " + COLUMNS + " from dovetail_outbox"
            + " where next_attempt_at is null or next_attempt_at <= ? order by id limit ? for update";
    private static final String FAIL =
            "update dovetail_outbox set attempts = attempts + 1, next_attempt_at = ?, last_error = ? where id = ?";
    private static final String BACKLOG = "select count(*), count(last_error), min(recorded_at),"
            + " (select last_error from dovetail_outbox where last_error is not null order by id desc limit 1)"
            + " from dovetail_outbox";

    private record Row(long id, OutboxEntry entry) {}

    private final Sessions sessions;
    private final @Nullable EventCodec codec;
    private final Clock clock;
    private final MappedStatement select;
    private final MappedStatement insert;
    private final MappedStatement update;
    private final MappedStatement delete;

    SqlOutbox(Sessions sessions, @Nullable EventCodec codec, Clock clock) {
        this.sessions = sessions;
        this.codec = codec;
        this.clock = clock;
        this.select = sessions.configuration().select("outbox.select");
        this.insert = sessions.configuration().change("outbox.insert", SqlCommandType.INSERT);
        this.update = sessions.configuration().change("outbox.update", SqlCommandType.UPDATE);
        this.delete = sessions.configuration().change("outbox.delete", SqlCommandType.DELETE);
    }

    private EventCodec codec() {
        if (codec == null) {
            throw new IllegalStateException("the store has no codec for events; tell its builder one: codec(..)");
        }
        return codec;
    }

    @Override
    public void record(List<OutboxEntry> entries) {
        SqlTransaction unit = sessions.inUnit();
        for (int from = 0; from < entries.size(); from += ROWS_AT_ONCE) {
            Call<?> call = Call.starting("insert into dovetail_outbox (")
                    .append(COLUMNS)
                    .append(") values ");
            for (OutboxEntry entry : entries.subList(from, Math.min(from + ROWS_AT_ONCE, entries.size()))) {
                call.append(call.isEmpty() ? "(" : ", (").append("?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                bind(call, entry);
            }
            unit.update(insert, call, Failures::general);
        }
    }

    private void bind(Call<?> call, OutboxEntry entry) {
        String headers = entry.headers().isEmpty() ? null : codec().encode(entry.headers());
        call.with(ColumnType.UUIDS, entry.id())
                .with(ColumnType.UUIDS, entry.unit())
                .with(ColumnType.STRING, entry.kind().name().toLowerCase(Locale.ROOT))
                .with(ColumnType.STRING, entry.name())
                .with(ColumnType.STRING, entry.subject())
                .with(ColumnType.STRING, headers)
                .with(ColumnType.STRING, data(entry.data()))
                .with(ColumnType.INSTANT, entry.recordedAt())
                .with(ColumnType.STRING, entry.actor())
                .with(ColumnType.STRING, entry.traceId())
                .with(ColumnType.INTEGER, entry.attempts());
    }

    private @Nullable String data(@Nullable Object data) {
        if (data instanceof OutboxEntry.Encoded encoded) {
            return encoded.text();
        }
        return data == null ? null : codec().encode(data);
    }

    @Override
    public boolean process(int limit, Handler handler) {
        return Sessions.whole(sessions.beginAside(), transaction -> {
            Call<Row> due = Call.of(SELECT)
                    .with(ColumnType.INSTANT, clock.instant())
                    .with(ColumnType.INTEGER, limit)
                    .reading(this::read);
            List<Row> rows = transaction.select(select, due, Failures::general);
            if (rows.isEmpty()) {
                return false;
            }
            settle(
                    transaction,
                    rows,
                    handler.handle(rows.stream().map(Row::entry).toList()));
            return true;
        });
    }

    private void settle(SqlTransaction transaction, List<Row> rows, List<Result> results) {
        List<Long> done = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Result result = results.get(i);
            if (result.done()) {
                done.add(rows.get(i).id());
            } else {
                Call<?> call = Call.of(FAIL)
                        .with(ColumnType.INSTANT, result.again())
                        .with(ColumnType.STRING, Objects.requireNonNullElse(result.error(), "failed"))
                        .with(ColumnType.LONG, rows.get(i).id());
                transaction.update(update, call, Failures::general);
            }
        }
        if (!done.isEmpty()) {
            Call<?> call = Call.starting("delete from dovetail_outbox where ");
            Conditions.in("id", ColumnType.LONG, done, call);
            transaction.update(delete, call, Failures::general);
        }
    }

    private Row read(ResultSet rows) throws SQLException {
        String data = rows.getString(8);
        OutboxEntry entry = new OutboxEntry(
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                OutboxEntry.Kind.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)),
                rows.getString(5),
                rows.getString(6),
                headers(rows.getString(7)),
                data == null ? null : new OutboxEntry.Encoded(data, codec()),
                (Instant) Objects.requireNonNull(ColumnType.INSTANT.read(rows, 9)),
                rows.getString(10),
                rows.getString(11),
                rows.getInt(12));
        return new Row(rows.getLong(1), entry);
    }

    @SuppressWarnings("unchecked") // headers were written from a map with names as keys
    private Map<String, Object> headers(@Nullable String text) {
        return text == null ? new LinkedHashMap<>() : codec().decode(text, Map.class);
    }

    @Override
    public Backlog backlog() {
        Call<Backlog> call = Call.of(BACKLOG)
                .reading(rows -> new Backlog(
                        rows.getLong(1),
                        rows.getLong(2),
                        (Instant) ColumnType.INSTANT.read(rows, 3),
                        rows.getString(4)));
        return Objects.requireNonNull(sessions.selectOne(select, call));
    }
}
