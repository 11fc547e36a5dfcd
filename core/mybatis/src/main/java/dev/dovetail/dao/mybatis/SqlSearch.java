package dev.dovetail.dao.mybatis;

import dev.dovetail.query.Cursor;
import dev.dovetail.query.Keyset;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.query.Total;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.MappedStatement;
import org.jspecify.annotations.Nullable;

/** Reads pages of one table and counts what there is in all. Immutable. */
final class SqlSearch<T extends Record> {
    private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");

    /** Holds what statements are made of. */
    record Statements<T extends Record>(
            TableTexts<T> texts, SqlConditions<T> conditions, Dialect dialect, MappedStatement search) {}

    private final Sessions sessions;
    private final Resource<T, ?> resource;
    private final Statements<T> statements;
    private final Call.RowReader<T> reader;

    SqlSearch(Sessions sessions, Resource<T, ?> resource, Statements<T> statements, Call.RowReader<T> reader) {
        this.sessions = sessions;
        this.resource = resource;
        this.statements = statements;
        this.reader = reader;
    }

    Page<T> page(Search<T> wanted) {
        return sessions.together(() -> read(wanted));
    }

    private Page<T> read(Search<T> wanted) {
        int limit = wanted.limit().orElse(-1);
        if (limit == 0) {
            return Page.of(List.of(), total(wanted), null);
        }
        Keyset<T> keyset = Keyset.of(resource, wanted);
        List<T> rows = rows(wanted, keyset, limit < 0 ? -1 : limit + 1L);
        boolean more = limit > 0 && rows.size() > limit;
        List<T> items = more ? rows.subList(0, limit) : rows;
        Cursor next = more ? keyset.after(items.get(limit - 1)) : null;
        boolean known = !more && wanted.after().isEmpty() && (wanted.offset() == 0 || !items.isEmpty());
        return Page.of(items, known ? OptionalLong.of(wanted.offset() + items.size()) : total(wanted), next);
    }

    /** Returns the rows from the place wanted on, one more than the page holds to see whether there is a next one. */
    private List<T> rows(Search<T> wanted, Keyset<T> keyset, long limit) {
        List<Seek.Part> parts = wanted.after()
                .map(cursor -> new Seek<>(statements.conditions(), keyset.order(), cursor).parts())
                .orElse(List.of());
        if (parts.isEmpty()) {
            return rows(wanted, keyset, limit, null);
        }
        List<T> rows = new ArrayList<>();
        for (Seek.Part part : parts) {
            if (limit < 0 || rows.size() < limit) {
                rows.addAll(rows(wanted, keyset, limit < 0 ? -1 : limit - rows.size(), part));
            }
        }
        return rows;
    }

    private List<T> rows(Search<T> wanted, Keyset<T> keyset, long limit, Seek.@Nullable Part part) {
        Call<?> call = Call.starting(statements.texts().select());
        String and = statements.conditions().where(wanted, call);
        if (part != null) {
            call.append(and);
            part.write(call);
        }
        statements.conditions().orderBy(keyset.order(), call);
        if (limit >= 0) {
            call.append(" limit ?").with(ColumnType.LONG, limit);
        }
        if (wanted.offset() > 0) {
            call.append(" offset ?").with(ColumnType.LONG, wanted.offset());
        }
        return sessions.select(statements.search(), call.reading(reader));
    }

    private OptionalLong total(Search<T> wanted) {
        if (wanted.total() == Total.SKIPPED) {
            return OptionalLong.empty();
        }
        boolean estimated = wanted.total() == Total.ESTIMATED && statements.dialect() == Dialect.POSTGRESQL;
        return OptionalLong.of(estimated ? estimate(wanted) : count(wanted));
    }

    private long count(Search<T> wanted) {
        Call<?> call = Call.starting(statements.texts().count());
        statements.conditions().where(wanted, call);
        return Objects.requireNonNull(sessions.selectOne(statements.search(), call.reading(rows -> rows.getLong(1))));
    }

    private long estimate(Search<T> wanted) {
        Call<?> call = Call.starting(statements.texts().estimate());
        statements.conditions().where(wanted, call);
        String plan = Objects.requireNonNull(
                sessions.selectOne(statements.search(), call.reading(rows -> rows.getString(1))));
        Matcher reckoned = ROWS.matcher(plan);
        return reckoned.find() ? Long.parseLong(reckoned.group(1)) : count(wanted);
    }
}
