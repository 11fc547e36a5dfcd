package dev.dovetail;

import dev.dovetail.context.CallContext;
import dev.dovetail.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects service calls on several resources and associations and makes them one unit of work: all or none.
 *
 * <pre>{@code
 * Batch batch = Batch.in(registry.unitOfWork());
 * Batch.Step<User> ann = batch.add(() -> users.create(call, new User(0, "Ann")));
 * Batch.Step<Line> line = batch.add(() -> lines.create(call, new Line(0, "1001")));
 * batch.add(() -> userLines.associate(call, ann.result().id(), line.result().id()));
 * batch.run(call);
 * }</pre>
 *
 * <p>Steps run in the order added. When one is refused the others run all the same, to find what is wrong with them
 * too, but those that need its result; and in the end nothing is done. Many objects of one resource are faster created
 * by {@link CRUDService#createAll}, which may be a step. Not thread-safe; to be run once.
 *
 * @since 0.1
 */
public final class Batch {
    private final UnitOfWork unitOfWork;
    private final List<Step<?>> steps = new ArrayList<>();

    private Batch(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Returns a batch without steps. */
    public static Batch in(UnitOfWork unitOfWork) {
        return new Batch(unitOfWork);
    }

    /** Adds a call. */
    public <R> Step<R> add(Supplier<R> call) {
        Step<R> step = new Step<>(call);
        steps.add(step);
        return step;
    }

    /** Adds a call that returns nothing. */
    public void add(Runnable call) {
        add(() -> {
            call.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Runs all steps in one unit of work, or in the one that is running on this thread.
     *
     * @throws dev.dovetail.error.DovetailException with all that was refused; the path of each violation begins with
     *     the index of its step
     */
    public void run(CallContext call) {
        unitOfWork.run(call, () -> Faults.each(steps, (i, step) -> step.runUnlessMissing()));
    }

    /**
     * Holds the result of one call of a batch.
     *
     * @param <R> the type of the result
     */
    public static final class Step<R> {
        private final Supplier<R> call;
        private @Nullable R result;
        private boolean refused;

        private Step(Supplier<R> call) {
            this.call = call;
        }

        private void runUnlessMissing() {
            result = null;
            refused = true;
            try {
                result = call.get();
                refused = false;
            } catch (Missing e) {
                // told by the step whose result this one needs
            }
        }

        /**
         * Returns what the call has returned; for later steps, and once the batch is done.
         *
         * @throws IllegalStateException if the call has not been made, or was refused
         */
        public R result() {
            if (refused) {
                throw new Missing();
            } else if (result == null) {
                throw new IllegalStateException("the step has not been run; ask for its result in a later step");
            }
            return result;
        }
    }

    /** Ends a step that needs the result of one that was refused. */
    private static final class Missing extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Missing() {
            super("the step whose result is asked for was refused");
        }
    }
}
