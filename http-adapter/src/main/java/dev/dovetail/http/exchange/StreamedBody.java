package dev.dovetail.http.exchange;

/**
 * Is a body that is sent bit by bit for as long as its reader stays. Must be thread-safe.
 *
 * @since 0.1
 */
public interface StreamedBody {

    /**
     * Begins to send. Called once, when the head of the answer is on its way; never if nobody wants the body, as with
     * HEAD. Must return soon; what is sent later is sent from threads of the body's own.
     */
    void start(Sink sink);

    /**
     * Takes note, once, that the reader has gone or that the server stops: nothing that is sent from now on arrives.
     */
    void closed();

    /**
     * Takes what is sent. Thread-safe.
     *
     * @since 0.1
     */
    interface Sink {

        /**
         * Sends bytes. The next may be sent once these have been taken, so that a slow reader holds up the body rather
         * than fills the memory.
         *
         * @param bytes one or more; not copied
         * @param taken called when the network has taken them, on any thread; never if the reader has gone
         */
        void send(byte[] bytes, Runnable taken);

        /** Ends the body, after what is being sent. */
        void end();

        /** Cuts the connection off at once. */
        void abort();
    }
}
