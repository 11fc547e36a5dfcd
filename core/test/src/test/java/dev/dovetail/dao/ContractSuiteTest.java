package dev.dovetail.dao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import dev.dovetail.dao.contract.Optionally;
import dev.dovetail.dao.contract.StoreSuite;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.query.Page;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.Transaction;
import example.sorted.SortedStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the contract suite on stores that are wrong in one thing each, to see that it tells. */
class ContractSuiteTest {
    /** Answers a call on a part of the store, rightly or not. */
    private interface Fault {
        Object answer(Object part, Method method, Object[] arguments) throws Throwable;
    }

    private static Object rightly(Object part, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(part, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private record Faulty(Store store, Fault fault) implements Store {
        @SuppressWarnings("unchecked")
        private <X> X faulty(Class<? super X> type, X part) {
            return (X) Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> fault.answer(part, method, arguments));
        }

        @Override
        public <T extends Record, K> Dao<T, K> dao(Resource<T, K> resource) {
            return faulty(Dao.class, store.dao(resource));
        }

        @Override
        public <L extends Record, LK, R extends Record, RK> AssociationDao<LK, RK> dao(
                Association<L, LK, R, RK> association) {
            return faulty(AssociationDao.class, store.dao(association));
        }

        @Override
        public Outbox outbox() {
            return faulty(Outbox.class, store.outbox());
        }

        @Override
        public Transaction begin() {
            return faulty(Transaction.class, store.begin());
        }

        @Override
        public void close() {
            store.close();
        }
    }

    abstract static class FaultySuite extends StoreSuite implements Fault {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return new Faulty(new SortedStore(clock), this);
        }
    }

    static final class CommitsOnRollback extends FaultySuite {
        @Override
        public Object answer(Object part, Method method, Object[] arguments) throws Throwable {
            return method.getName().equals("rollback")
                    ? rightly(part, Transaction.class.getMethod("commit"), arguments)
                    : rightly(part, method, arguments);
        }
    }

    static final class CountsThePageOnly extends FaultySuite {
        @Override
        public Object answer(Object part, Method method, Object[] arguments) throws Throwable {
            Object answer = rightly(part, method, arguments);
            return answer instanceof Page<?> page
                    ? Page.of(page.items(), page.items().size())
                    : answer;
        }
    }

    static final class ForgetsTheOrderGiven extends FaultySuite {
        @Override
        public Object answer(Object part, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("replace")) {
                List<Object> sorted = new ArrayList<>((List<?>) arguments[1]);
                sorted.sort(Values::compare);
                arguments[1] = sorted;
            }
            return rightly(part, method, arguments);
        }
    }

    static final class UpdatesStaleCopies extends FaultySuite {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public Object answer(Object part, Method method, Object[] arguments) throws Throwable {
            if (part instanceof Dao dao && method.getName().equals("update")) {
                arguments[0] =
                        dao.find(dao.resource().keyOf((Record) arguments[0])).orElse(arguments[0]);
            }
            return rightly(part, method, arguments);
        }
    }

    static final class ForgetsFailedEntries extends FaultySuite {
        @Override
        public Object answer(Object part, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("process")) {
                Outbox.Handler handler = (Outbox.Handler) arguments[1];
                arguments[1] = (Outbox.Handler) entries -> handler.handle(entries).stream()
                        .map(result -> Outbox.Result.DONE)
                        .toList();
            }
            return rightly(part, method, arguments);
        }
    }

    static final class Right extends FaultySuite {
        @Override
        public Object answer(Object part, Method method, Object[] arguments) throws Throwable {
            return rightly(part, method, arguments);
        }
    }

    static final class DoesWithoutAll extends FaultySuite {
        @Override
        protected Set<Optionally> without() {
            return EnumSet.allOf(Optionally.class);
        }

        @Override
        public Object answer(Object part, Method method, Object[] arguments) throws Throwable {
            return rightly(part, method, arguments);
        }
    }

    static final class KeepsFlatRecordsOnly extends StoreSuite {
        @Override
        protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
            return new SortedStore(clock);
        }

        @Override
        protected Set<Optionally> without() {
            return Set.of(Optionally.NESTED_VALUES);
        }
    }

    private static TestExecutionSummary run(DiscoverySelector... selectors) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .build(),
                        summary);
        return summary.getSummary();
    }

    /** Checks that each of these tests of the suite fails; the rest of the suite is not run. */
    private static void assertFails(Class<? extends StoreSuite> suite, String... tests) {
        DiscoverySelector[] selectors =
                Stream.of(tests).map(test -> selector(suite, test)).toArray(DiscoverySelector[]::new);
        assertThat(run(selectors).getFailures())
                .extracting(failure -> failure.getTestIdentifier().getUniqueId())
                .extracting(id -> id.replaceAll(".*nested-class:(\\w+)\\]/\\[method:(\\w+).*", "$1.$2"))
                .containsExactlyInAnyOrder(tests);
    }

    private static DiscoverySelector selector(Class<? extends StoreSuite> suite, String test) {
        String[] parts = test.split("\\.");
        return selectNestedMethod(List.of(suite.getName()), StoreSuite.class.getName() + "$" + parts[0], parts[1]);
    }

    @Test
    void passesAStoreThatIsRight() {
        TestExecutionSummary summary = run(selectClass(Right.class));
        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(100);
        assertThat(summary.getTestsAbortedCount()).isZero();
    }

    @Test
    void findsEachFault() {
        assertFails(
                CommitsOnRollback.class,
                "Transactions.leavesNothingBehindOnRollback",
                "ServiceCalls.aFailureBeforeTheCommitLeavesNothing");
        assertFails(CountsThePageOnly.class, "Searches.pagesWithTotal");
        assertFails(ForgetsTheOrderGiven.class, "Links.keepsOrderGiven");
        assertFails(UpdatesStaleCopies.class, "Rows.refusesUpdateOfStaleCopy");
        assertFails(ForgetsFailedEntries.class, "Deliveries.handsOutFailedOnesAgainWhenDue");
    }

    @Test
    void reportsWhatAStoreDoesWithoutAsSkipped() {
        TestExecutionSummary summary = run(selectClass(DoesWithoutAll.class));
        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsAbortedCount()).isGreaterThanOrEqualTo(12);
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(80);
        assertThat(run(selectClass(KeepsFlatRecordsOnly.class)).getTestsAbortedCount())
                .isEqualTo(3);
    }
}
