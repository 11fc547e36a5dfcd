package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.Read;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.MappedStatement;

/**
 * Makes several reads by one statement, {@code select ... union all select ...}. Columns of one type share their
 * places, so that the result is as wide as its widest branch, more or less. Thread-safe.
 */
final class Union implements Read.Reader {
    private static final int FIRST_PLACE = 3;

    private final Sessions sessions;
    private final MappedStatement statement;

    Union(Sessions sessions) {
        this.sessions = sessions;
        this.statement = sessions.configuration().select("union.select");
    }

    <R> List<R> rows(Call<R> call) {
        return sessions.select(statement, call);
    }

    @Override
    public List<Object> results(List<? extends Read<?>> reads) {
        if (reads.size() == 1) {
            return Read.Reader.ONE_BY_ONE.results(reads);
        }
        Places places = new Places();
        List<Branch<?, ?>> branches = new ArrayList<>();
        for (Read<?> read : reads) {
            branches.add(new Branch<>((SqlRead<?, ?>) read, places));
        }
        Call<Boolean> call = Call.starting("").withArrays();
        for (int i = 0; i < branches.size(); i++) {
            branches.get(i).write(i, places.kinds, call);
        }
        rows(call.append(" order by 1, 2")
                .reading(rows -> branches.get(rows.getInt(1)).take(rows)));
        return branches.stream().<Object>map(Branch::made).toList();
    }

    /** Knows what kind of column each place of the result has. */
    private static final class Places {
        private final List<String> kinds = new ArrayList<>();
        private final Map<String, List<Integer>> byKind = new HashMap<>();

        /** Returns the place of a column in its branch, the n-th of its kind there. */
        int of(String kind, int n) {
            List<Integer> places = byKind.computeIfAbsent(kind, key -> new ArrayList<>());
            if (n == places.size()) {
                places.add(FIRST_PLACE + kinds.size());
                kinds.add(kind);
            }
            return places.get(n);
        }
    }

    /** One of the reads, and the rows that it has got. */
    private static final class Branch<R, X> {
        private final SqlRead<R, X> read;
        private final int[] places;
        private final List<R> rows = new ArrayList<>();

        Branch(SqlRead<R, X> read, Places all) {
            this.read = read;
            List<SqlRead.Selected> columns = read.select().columns();
            this.places = new int[columns.size()];
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i < places.length; i++) {
                String kind = columns.get(i).type().kind();
                places[i] = all.of(kind, counts.merge(kind, 1, Integer::sum) - 1);
            }
        }

        void write(int number, List<String> kinds, Call<?> call) {
            String[] columns = new String[kinds.size()];
            for (int i = 0; i < places.length; i++) {
                columns[places[i] - FIRST_PLACE] =
                        read.select().columns().get(i).united();
            }
            String order = read.select().order();
            call.append(number == 0 ? "select " : " union all select ")
                    .append(number + (order.isEmpty() ? ", 0" : ", row_number() over (order by " + order + ")"));
            for (int i = 0; i < columns.length; i++) {
                if (columns[i] == null) {
                    call.append(", cast(null as ").append(kinds.get(i)).append(")");
                } else {
                    call.append(", ").append(columns[i]);
                }
            }
            read.select().from().accept(call);
        }

        boolean take(ResultSet result) throws SQLException {
            return rows.add(read.read(CurrentRow.of(result, places)));
        }

        X made() {
            return read.made(rows);
        }
    }
}
