package dev.dovetail.http;

/**
 * Is told of every request when its answer is known, on the thread that made it. Must be thread-safe, quick, and never
 * throw.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RequestObserver {

    /** Takes note of a request. */
    void answered(AnsweredRequest answered);
}
