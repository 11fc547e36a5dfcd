package dev.dovetail.examples.telephony.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does things at the same moment, on threads that are kept. */
public final class Together implements AutoCloseable {
    private final ExecutorService threads;
    private final CyclicBarrier start;
    private final int count;

    private Together(int count) {
        this.count = count;
        this.start = new CyclicBarrier(count);
        this.threads = Executors.newFixedThreadPool(count);
    }

    /** Returns a number of threads. */
    public static Together of(int count) {
        return new Together(count);
    }

    /** Runs one task on each thread; none starts before all are there. */
    public <T> List<T> run(IntFunction<T> task) {
        List<Callable<T>> tasks = IntStream.range(0, count)
                .mapToObj(i -> (Callable<T>) () -> {
                    start.await();
                    return task.apply(i);
                })
                .toList();
        try {
            return threads.invokeAll(tasks).stream().map(Together::result).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
