package dev.dovetail.examples.unittesting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.dovetail.error.DovetailException;
import dev.dovetail.notification.CommandSender;
import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.testing.TestRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the application gives to the outside is replaced by mocks: they are called after the commit, or not at all. */
class OutsideTest {
    private final CommandSender exchange = mock();
    private final EventListener listener = mock();
    private final TestRegistry t = TestRegistry.builder(Users.PLUGIN, Lines.PLUGIN, UserLines.PLUGIN)
            .sender("exchange", exchange)
            .listener(listener)
            .load();
    private final Reception reception = new Reception(t.registry());

    @AfterEach
    void close() {
        t.close();
    }

    @Test
    void reloadsTheExchangeOnce() throws Exception {
        reception.welcome(t.call(), "Ann", "1001");

        verify(exchange).send(List.of(Lines.RELOAD));
        verify(listener).on(any());
    }

    @Test
    void leavesTheExchangeAloneWhenNothingChanged() throws Exception {
        assertThatThrownBy(() -> reception.welcome(t.call(), "Ann", "112")).isInstanceOf(DovetailException.class);

        verify(exchange, never()).send(any());
        verify(listener, never()).on(any());
    }
}
