package dev.dovetail.benchmarks.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one answer after another from the bytes of a connection, and passes over the bodies. */
final class Answers {
    private static final int HEADER_END = 0x0d0a0d0a;
    /** LF 0 CR LF CR LF; JSON without line feeds in its texts cannot hold it. */
    private static final long LAST_CHUNK = 0x0a300d0a0d0aL;

    private static final long SIX_BYTES = 0xffffffffffffL;

    private final byte[] header = new byte[8192];
    private int length;
    private boolean inBody;
    private boolean chunked;
    private long left;
    private long latest;
    private int status;

    /**
     * Takes bytes off a buffer.
     *
     * @return whether the answer is complete
     */
    boolean take(ByteBuffer bytes) throws IOException {
        while (!inBody && bytes.hasRemaining()) {
            byte next = bytes.get();
            header[length++] = next;
            latest = (latest << 8) | (next & 0xff);
            inBody = (int) latest == HEADER_END;
            if (inBody) {
                readHeader(new String(header, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
            } else if (length == header.length) {
                throw new IOException("header of an answer: more than " + length + " bytes");
            }
        }
        return inBody && (chunked ? takeChunks(bytes) : takeBody(bytes)) && finish();
    }

    int status() {
        return status;
    }

    private void readHeader(String text) throws IOException {
        status = Integer.parseInt(text.substring(9, 12));
        chunked = text.contains("\r\ntransfer-encoding: chunked\r\n");
        int at = text.indexOf("\r\ncontent-length:");
        if (at >= 0) {
            int from = at + "\r\ncontent-length:".length();
            left = Long.parseLong(text.substring(from, text.indexOf('\r', from)).strip());
        } else if (chunked || status == 204) {
            left = 0;
        } else {
            throw new IOException("answer without length: " + text);
        }
    }

    private boolean takeBody(ByteBuffer bytes) {
        int taken = (int) Math.min(left, bytes.remaining());
        bytes.position(bytes.position() + taken);
        left -= taken;
        return left == 0;
    }

    private boolean takeChunks(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            latest = (latest << 8) | (bytes.get() & 0xff);
        }
        return (latest & SIX_BYTES) == LAST_CHUNK;
    }

    private boolean finish() {
        length = 0;
        latest = 0;
        inBody = false;
        return true;
    }
}
