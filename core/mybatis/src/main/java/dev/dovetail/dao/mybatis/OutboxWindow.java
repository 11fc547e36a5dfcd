package dev.dovetail.dao.mybatis;

import dev.dovetail.notification.outbox.Claim;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.mapping.MappedStatement;

/**
 * Finds the rows that may be claimed: locks those that are due, some at a time, and leaves out events that must wait
 * for an earlier one of their subject or for a command of their unit.
 *
 * <p>Both are looked up for all locked rows at once, so that the cost does not grow with the backlog: asked row by row
 * within the statement, a database that sorts before it stops at the limit asks for every row that waits. What is
 * looked up is seen by statements that begin after the rows are locked, so what other nodes claim meanwhile is among
 * it.
 */
final class OutboxWindow {
    private static final String DUE = " and o.id > ? and o.parked_at is null"
            + " and (o.next_attempt_at is null or o.next_attempt_at <= ?)"
            + " and (o.claimed_until is null or o.claimed_until <= ? or o.claimed_by = ?)"
            + " order by o.id limit ? for update skip locked";

    /** The order is kept for each subject, towards each target. */
    private record Subject(String name, String target) {
        static Subject of(OutboxRows.Row row) {
            return new Subject(row.entry().subject(), row.entry().target());
        }
    }

    private record Waiting(Subject subject, long id) {}

    private final OutboxRows rows;
    private final MappedStatement select;

    OutboxWindow(OutboxRows rows, MappedStatement select) {
        this.rows = rows;
        this.select = select;
    }

    /** Returns rows to be claimed, locked; looks further where all that is due must wait. */
    List<OutboxRows.Row> due(SqlTransaction transaction, Claim claim, Instant now) {
        long after = 0;
        while (true) {
            List<OutboxRows.Row> locked = lock(transaction, claim, now, after);
            List<OutboxRows.Row> free = locked.isEmpty() ? locked : free(transaction, locked);
            if (!free.isEmpty() || locked.size() < claim.limit()) {
                return free;
            }
            after = last(locked);
        }
    }

    private static long last(List<OutboxRows.Row> locked) {
        return locked.get(locked.size() - 1).id();
    }

    private List<OutboxRows.Row> lock(SqlTransaction transaction, Claim claim, Instant now, long after) {
        Call<Boolean> due = Call.starting("select " + OutboxRows.SELECTED + " from dovetail_outbox o where ");
        which(claim.which(), due);
        due.append(DUE)
                .with(ColumnType.LONG, after)
                .with(ColumnType.INSTANT, now)
                .with(ColumnType.INSTANT, now)
                .with(ColumnType.STRING, claim.owner())
                .with(ColumnType.INTEGER, claim.limit());
        return transaction.select(select, due.reading(rows::read), SqlFailures::general);
    }

    private static void which(Claim.Selection which, Call<?> call) {
        if (which.targets().isEmpty()) {
            call.append(which.others() ? "1 = 1" : "1 = 0");
        } else if (which.others()) {
            call.append("not (");
            SqlConditions.in("o.target", ColumnType.STRING, which.targets(), call);
            call.append(")");
        } else {
            SqlConditions.in("o.target", ColumnType.STRING, which.targets(), call);
        }
        if (which.kind() != null) {
            call.append(" and o.kind = ?").with(ColumnType.STRING, OutboxRows.word(which.kind()));
        }
    }

    private List<OutboxRows.Row> free(SqlTransaction transaction, List<OutboxRows.Row> locked) {
        List<OutboxRows.Row> events = locked.stream()
                .filter(row -> row.entry().kind() == OutboxEntry.Kind.EVENT)
                .toList();
        if (events.isEmpty()) {
            return locked;
        }
        Map<Subject, Long> waiting = waiting(transaction, events);
        Set<UUID> untried = untried(transaction, events);
        List<OutboxRows.Row> free = new ArrayList<>(locked.size());
        for (OutboxRows.Row row : locked) {
            boolean event = row.entry().kind() == OutboxEntry.Kind.EVENT;
            if (event && untried.contains(row.entry().unit())) {
                waiting.merge(Subject.of(row), row.id(), Math::min);
            }
            if (!event || row.id() < waiting.getOrDefault(Subject.of(row), Long.MAX_VALUE)) {
                free.add(row);
            }
        }
        return free;
    }

    /** Returns the first event of each subject that is put off or somebody else's; later ones must wait for it. */
    private Map<Subject, Long> waiting(SqlTransaction transaction, List<OutboxRows.Row> events) {
        Set<String> subjects = new LinkedHashSet<>();
        events.forEach(row -> subjects.add(row.entry().subject()));
        Call<Boolean> call = Call.starting("select e.subject, e.target, min(e.id) from dovetail_outbox e"
                        + " where e.kind = 'event' and e.parked_at is null and e.id < ? and ")
                .with(ColumnType.LONG, last(events));
        SqlConditions.in("e.subject", ColumnType.STRING, subjects, call);
        call.append(" and not (");
        SqlConditions.in(
                "e.id", ColumnType.LONG, events.stream().map(OutboxRows.Row::id).toList(), call);
        call.append(") group by e.subject, e.target");
        Map<Subject, Long> waiting = new HashMap<>();
        transaction
                .select(
                        select,
                        call.reading(
                                row -> new Waiting(new Subject(row.getString(1), row.getString(2)), row.getLong(3))),
                        SqlFailures::general)
                .forEach(each -> waiting.put(each.subject(), each.id()));
        return waiting;
    }

    /** Returns the units with commands that have not been tried. */
    private Set<UUID> untried(SqlTransaction transaction, List<OutboxRows.Row> events) {
        Set<UUID> units = new LinkedHashSet<>();
        events.forEach(row -> units.add(row.entry().unit()));
        Call<Boolean> call = Call.starting(
                "select distinct c.unit_id from dovetail_outbox c where c.kind = 'command' and c.attempts = 0 and ");
        SqlConditions.in("c.unit_id", ColumnType.UUIDS, units, call);
        return new HashSet<>(
                transaction.select(select, call.reading(row -> row.getObject(1, UUID.class)), SqlFailures::general));
    }
}
