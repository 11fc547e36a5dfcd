package dev.dovetail.examples.telephony.sysconfd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.dovetail.examples.telephony.coverage.Covers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SysconfdSenderTest {
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private HttpServer daemon;
    private SysconfdSender sender;
    private volatile int status = 200;

    @BeforeEach
    void startDaemon() throws IOException {
        daemon = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        daemon.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).trim());
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        daemon.start();
        sender = SysconfdSender.to(
                URI.create("http://127.0.0.1:" + daemon.getAddress().getPort() + "/"));
    }

    @AfterEach
    void stopDaemon() {
        daemon.stop(0);
    }

    @Covers("conventions/9/2")
    @Test
    void mergesReloadsAndSendsThemFirst() throws Exception {
        sender.send(List.of(
                Sysconfd.reload("voicemail reload"),
                Sysconfd.moveVoicemail("1000", "default", "1001", "büro & co"),
                Sysconfd.reload("dialplan reload"),
                Sysconfd.deleteVoicemail("1002", "default")));
        assertThat(calls)
                .containsExactly(
                        "POST /exec_request_handlers {\"ipbx\":[\"voicemail reload\",\"dialplan reload\"]}",
                        "GET /move_voicemail?old_mailbox=1000&old_context=default&new_mailbox=1001"
                                + "&new_context=b%C3%BCro%20%26%20co",
                        "GET /delete_voicemail?mailbox=1002&context=default");
    }

    @Covers("conventions/9/3")
    @Test
    void sendsTheRarerCommands() throws Exception {
        sender.send(List.of(
                Sysconfd.deleteVoicemailsOf("default"), Sysconfd.deleteMoh("jazz"), Sysconfd.restart("networking")));
        assertThat(calls)
                .containsExactly(
                        "DELETE /voicemails_context?context=default",
                        "DELETE /moh?name=jazz",
                        "POST /services {\"networking\":\"restart\"}");
    }

    @Test
    void failsUnlessAnswered200() {
        status = 204;
        assertThatThrownBy(() -> sender.send(List.of(Sysconfd.reload("dialplan reload"))))
                .hasMessageContaining("204");
    }

    @Test
    void failsWhenNobodyListens() {
        daemon.stop(0);
        assertThatThrownBy(() -> sender.send(List.of(Sysconfd.reload("dialplan reload"))))
                .isInstanceOf(IOException.class);
    }
}
