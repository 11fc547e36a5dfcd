package dev.dovetail.notification.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a broker, and can be cut, or made to swallow what the broker says. */
public final class TestProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String host;
    private final int port;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;
    private volatile boolean deaf;

    private TestProxy(String host, int port) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.host = host;
        this.port = port;
        thread(this::accept);
    }

    public static TestProxy to(String host, int port) throws IOException {
        return new TestProxy(host, port);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Cuts all connections, and refuses new ones until it is mended. */
    public void cut() {
        cut = true;
        sockets.forEach(TestProxy::close);
        sockets.clear();
    }

    public void mend() {
        cut = false;
        deaf = false;
    }

    /** Lets the client say what it likes and hear nothing. */
    public void deafen() {
        deaf = true;
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "test-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (cut) {
                    client.close();
                    continue;
                }
                Socket broker = new Socket(host, port);
                sockets.add(client);
                sockets.add(broker);
                thread(() -> copy(client, broker, false));
                thread(() -> copy(broker, client, true));
            } catch (IOException e) {
                // the next one
            }
        }
    }

    private void copy(Socket from, Socket to, boolean answers) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!(answers && deaf)) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // cut
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
