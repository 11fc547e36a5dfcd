package dev.dovetail.dao.mybatis;

import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes rows of the outbox' table from entries, and entries from rows. */
final class OutboxRows {
    /** What is read of a row aliased {@code o}. */
    static final String SELECTED = "o.id, o.event_id, o.unit_id, o.kind, o.name, o.subject, o.headers, o.data,"
            + " o.recorded_at, o.actor, o.trace_id, o.attempts, o.target, o.tenant";

    /** How many columns that are. */
    static final int COLUMNS = 14;

    private static final String INSERT = "insert into dovetail_outbox (event_id, unit_id, kind, name, subject, headers,"
            + " data, recorded_at, actor, trace_id, attempts, target, tenant) values ";
    private static final String PARAMETERS = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final @Nullable EventCodec codec;

    /** Holds a row. */
    record Row(long id, OutboxEntry entry) {}

    OutboxRows(@Nullable EventCodec codec) {
        this.codec = codec;
    }

    private EventCodec codec() {
        if (codec == null) {
            throw new IllegalStateException("the store has no codec for events; tell its builder one: codec(..)");
        }
        return codec;
    }

    static String word(OutboxEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    Call<?> insert(List<OutboxEntry> entries) {
        Call<?> call = Call.starting(INSERT);
        OutboxEntry before = null;
        String headers = null;
        String data = null;
        for (OutboxEntry entry : entries) {
            call.append(call.isEmpty() ? "" : ", ").append(PARAMETERS);
            if (before == null || !before.id().equals(entry.id())) { // the same event for another target reads alike
                headers = entry.headers().isEmpty() ? null : codec().encode(entry.headers());
                data = data(entry.data());
                before = entry;
            }
            bind(call, entry, headers, data);
        }
        return call;
    }

    private static void bind(Call<?> call, OutboxEntry entry, @Nullable String headers, @Nullable String data) {
        call.with(ColumnType.UUIDS, entry.id())
                .with(ColumnType.UUIDS, entry.unit())
                .with(ColumnType.STRING, word(entry.kind()))
                .with(ColumnType.STRING, entry.name())
                .with(ColumnType.STRING, entry.subject())
                .with(ColumnType.STRING, headers)
                .with(ColumnType.STRING, data)
                .with(ColumnType.INSTANT, entry.recordedAt())
                .with(ColumnType.STRING, entry.actor())
                .with(ColumnType.STRING, entry.traceId())
                .with(ColumnType.INTEGER, entry.attempts())
                .with(ColumnType.STRING, entry.target())
                .with(ColumnType.STRING, entry.tenant());
    }

    private @Nullable String data(@Nullable Object data) {
        if (data instanceof OutboxEntry.Encoded encoded) {
            return encoded.text();
        }
        return data == null ? null : codec().encode(data);
    }

    Row read(ResultSet rows) throws SQLException {
        String data = rows.getString(8);
        OutboxEntry entry = new OutboxEntry(
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                OutboxEntry.Kind.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)),
                rows.getString(5),
                rows.getString(6),
                rows.getString(14),
                headers(rows.getString(7)),
                data == null ? null : new OutboxEntry.Encoded(data, codec()),
                (Instant) Objects.requireNonNull(ColumnType.INSTANT.read(rows, 9)),
                rows.getString(10),
                rows.getString(11),
                rows.getInt(12),
                rows.getString(13));
        return new Row(rows.getLong(1), entry);
    }

    @SuppressWarnings("unchecked") // headers were written from a map with names as keys
    private Map<String, Object> headers(@Nullable String text) {
        return text == null ? new LinkedHashMap<>() : codec().decode(text, Map.class);
    }
}
