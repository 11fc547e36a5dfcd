package dev.dovetail.http.event;

import dev.dovetail.stream.StreamedEvent;

/** Says what a reader of a stream may see. Used by one thread at a time. */
interface Admission {

    /**
     * Finds out anew whether the reader is still let in; what was known of its rights is forgotten.
     *
     * @throws dev.dovetail.error.DovetailException if it is not, or that cannot be found out now
     */
    void renew();

    /**
     * Returns whether the reader is to be told of an event.
     *
     * @throws dev.dovetail.error.DovetailException if that cannot be found out now
     */
    boolean admits(StreamedEvent event);
}
