package dev.dovetail.notification.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads whatever a program writes, so that it never waits, and keeps the end of it. */
final class OutputTail {
    private static final long LAST_WORDS_MILLIS = 500;

    private final Thread reader;
    private final byte[] kept;
    private long read; // guarded by this

    private OutputTail(InputStream output, int most) {
        this.kept = new byte[most];
        this.reader = new Thread(() -> read(output), "dovetail-process-output");
        reader.setDaemon(true);
    }

    static OutputTail of(InputStream output, int most) {
        OutputTail tail = new OutputTail(output, most);
        tail.reader.start();
        return tail;
    }

    private void read(InputStream output) {
        byte[] buffer = new byte[4096];
        try (output) {
            for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                keep(buffer, n);
            }
        } catch (IOException e) {
            // the program was killed
        }
    }

    private synchronized void keep(byte[] buffer, int n) {
        for (int i = 0; i < n; i++) {
            kept[(int) (read++ % kept.length)] = buffer[i];
        }
    }

    /** Returns the last part of the output, on one line; a child of the program may still write. */
    String text() throws InterruptedException {
        reader.join(LAST_WORDS_MILLIS);
        return text(kept());
    }

    private synchronized byte[] kept() {
        if (read <= kept.length) {
            return Arrays.copyOf(kept, (int) read);
        }
        byte[] ordered = new byte[kept.length];
        int start = (int) (read % kept.length);
        System.arraycopy(kept, start, ordered, 0, kept.length - start);
        System.arraycopy(kept, 0, ordered, kept.length - start, start);
        return ordered;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip().replaceAll("\\s*[\\r\\n]+\\s*", " | ");
    }
}
