package dev.dovetail.http.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * Hands each request to the handler that is mounted where its path leads: several APIs at one server. A handler sees
 * the whole path, the one that it is mounted at included. Requests that lead to none are the first one's to refuse.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * HttpServer.start(Mounts.of("/1.1", old).and("/api", whole));
 * }</pre>
 *
 * @since 0.1
 */
public final class Mounts implements Handler {
    private record Mount(String path, Handler handler) {
        boolean holds(String requested) {
            return requested.startsWith(path)
                    && (requested.length() == path.length() || requested.charAt(path.length()) == '/');
        }
    }

    private final List<Mount> mounts;

    private Mounts(List<Mount> mounts) {
        this.mounts = List.copyOf(mounts);
    }

    /**
     * Mounts the first handler, which refuses what leads to none.
     *
     * @param path the one that its paths start with, without a slash at the end; empty for all
     */
    public static Mounts of(String path, Handler handler) {
        return new Mounts(List.of(new Mount(path, handler)));
    }

    /**
     * Mounts one more handler; one with a longer path goes before one with a shorter path.
     *
     * @throws IllegalArgumentException if a handler is mounted there already
     */
    public Mounts and(String path, Handler handler) {
        if (mounts.stream().anyMatch(mount -> mount.path().equals(path))) {
            throw new IllegalArgumentException("path " + path + ": mounted already (expected: another path)");
        }
        List<Mount> more = new ArrayList<>(mounts);
        more.add(new Mount(path, handler));
        return new Mounts(more);
    }

    private Handler at(String path) {
        Mount found = null;
        for (Mount mount : mounts) {
            if (mount.holds(path)
                    && (found == null || mount.path().length() > found.path().length())) {
                found = mount;
            }
        }
        return found == null ? mounts.get(0).handler() : found.handler();
    }

    @Override
    public Response handle(Request request) {
        Handler handler = at(request.path());
        return request.body().length > handler.maxBody() ? handler.refuse(413) : handler.handle(request);
    }

    @Override
    public Response refuse(int status) {
        return mounts.get(0).handler().refuse(status);
    }

    /** Returns the largest body that any of the handlers takes; each is handed none larger than its own bound. */
    @Override
    public long maxBody() {
        return mounts.stream()
                .mapToLong(mount -> mount.handler().maxBody())
                .max()
                .orElseThrow();
    }
}
