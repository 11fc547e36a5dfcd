package dev.dovetail.dao.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fails at one of its steps: as if the process were killed there, or as if the disk were full for a while. */
final class FailingDisk implements Disk {
    /** Is thrown by a killed process' next step, and all further ones. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Disk real = Disk.real();
    private final List<String> steps = new ArrayList<>();
    private int killAt = Integer.MAX_VALUE;
    private int fullFrom = Integer.MAX_VALUE;
    private int fullTo;

    /** Starts to count steps. */
    void start() {
        steps.clear();
    }

    /** Ends the process within the n-th step from now, counted from 0: a file is then written in part. */
    void killAt(int step) {
        start();
        killAt = step;
    }

    /** Has steps fail with an exception, and work again after them. */
    void fullAt(int from, int to) {
        start();
        fullFrom = from;
        fullTo = to;
    }

    /** Returns what was done: {@code write users.json.1}. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    boolean killed() {
        return steps.size() > killAt;
    }

    private void step(String what, Path file) throws IOException {
        int step = steps.size();
        steps.add(what + " " + file.getFileName());
        if (step >= fullFrom && step < fullTo) {
            throw new IOException("No space left on device");
        }
        if (step >= killAt) {
            throw new Killed();
        }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        try {
            step("write", file);
        } catch (Killed e) {
            if (steps.size() == killAt + 1) {
                real.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
            throw e;
        }
        real.write(file, bytes);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step("move", to);
        real.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step("delete", file);
        real.delete(file);
    }

    @Override
    public void sync(Path directory) throws IOException {
        step("sync", directory);
        real.sync(directory);
    }
}
