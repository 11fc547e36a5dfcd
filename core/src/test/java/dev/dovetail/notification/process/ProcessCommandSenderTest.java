package dev.dovetail.notification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.notification.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SKIPPED: runs /bin/sh")
class ProcessCommandSenderTest {
    private static final Command RELOAD = Command.of("pbx", "reload").with("what", "a b; echo $HOME");

    @TempDir
    private Path folder;

    private static ProcessCommandSender shell(String script) {
        return ProcessCommandSender.running(command ->
                List.of("/bin/sh", "-c", script, "sh", command.parameters().getOrDefault("what", "")));
    }

    @Test
    void runsAProgramForEachCommandInOrder() throws Exception {
        Path file = folder.resolve("out");
        shell("echo \"$1\" >> " + file).send(List.of(RELOAD, RELOAD.with("what", "second")));
        assertThat(Files.readAllLines(file)).containsExactly("a b; echo $HOME", "second");
    }

    @Test
    void saysTheExitCodeAndWhatWasWritten() {
        assertThatThrownBy(() ->
                        shell("echo no such module; echo sorry >&2; exit 3").send(List.of(RELOAD)))
                .isInstanceOf(IOException.class)
                .hasMessage("the program for 'reload' has ended with 3 (expected: 0): no such module | sorry");
    }

    @Test
    void stopsAtTheFirstThatFails() {
        Path file = folder.resolve("out");
        assertThatThrownBy(() -> shell("echo x >> " + file + "; exit 1").send(List.of(RELOAD, RELOAD)))
                .hasMessage("the program for 'reload' has ended with 1 (expected: 0)");
        assertThat(file).hasContent("x");
    }

    @Test
    void killsWhatTakesTooLongWithAllThatItStarted() throws Exception {
        Path file = folder.resolve("pid");
        long begun = System.nanoTime();
        assertThatThrownBy(() -> shell("echo going; sleep 60 & echo $! > " + file + "; wait")
                        .timeout(Duration.ofMillis(500))
                        .send(List.of(RELOAD)))
                .isInstanceOf(IOException.class)
                .hasMessage("the program for 'reload' has not ended within 500 ms and was killed: going");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        long child = Long.parseLong(Files.readString(file).strip());
        for (int i = 0; i < 100 && ProcessHandle.of(child).isPresent(); i++) {
            Thread.sleep(50);
        }
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void keepsTheEndOfALongOutput() {
        assertThatThrownBy(() -> shell("i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done; exit 1")
                        .send(List.of(RELOAD)))
                .hasMessageEndingWith("line 19998 | line 19999")
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(4_000));
    }

    @Test
    void givesNoInput() {
        assertThatCode(() -> shell("cat; exit 0").send(List.of(RELOAD))).doesNotThrowAnyException();
    }

    @Test
    void saysWhenThereIsNoProgram() {
        assertThatThrownBy(() -> ProcessCommandSender.running(command -> List.of("/no/such/program"))
                        .send(List.of(RELOAD)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program");
        assertThatThrownBy(() -> shell("").timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
