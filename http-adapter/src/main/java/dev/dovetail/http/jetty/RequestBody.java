package dev.dovetail.http.jetty;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Gathers a body up to a bound. Grows with what has really arrived, whatever length was announced. */
final class RequestBody {
    private static final byte[] NOTHING = new byte[0];

    private final long most;
    private byte[] bytes = NOTHING;
    private int length;

    RequestBody(long most) {
        this.most = Math.min(most, Integer.MAX_VALUE - 8);
    }

    /** Takes the bytes and returns true, or returns false if they would break the bound. */
    boolean add(ByteBuffer buffer) {
        int more = buffer.remaining();
        if (more == 0) {
            return true;
        }
        if (more > most - length) {
            return false;
        }
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(length + (long) more, length * 2L)));
        }
        buffer.get(bytes, length, more);
        length += more;
        return true;
    }

    byte[] toBytes() {
        return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    }
}
