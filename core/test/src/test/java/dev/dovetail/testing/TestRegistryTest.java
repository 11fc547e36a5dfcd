package dev.dovetail.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.dovetail.error.DovetailException;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.CommandSender;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestRegistryTest {
    record Phone(int id, String number) {}

    private static final Resource<Phone, Integer> PHONES = Resource.of(Phone.class, Phone::id)
            .generatedKey()
            .unique(Phone::number)
            .build();
    private static final EventType<Phone> CREATED = new EventType<>("phone_created", Phone.class);
    private static final EventType<Phone> DELETED = new EventType<>("phone_deleted", Phone.class);
    private static final Command RELOAD = Command.of("exchange", "reload");

    private static final Plugin PHONES_PLUGIN = ResourcePlugin.of(PHONES)
            .announces(Notifier.<Phone>of()
                    .created(CREATED::of)
                    .deleted(DELETED::of)
                    .build())
            .command(RELOAD);

    @Test
    void recordsEventsByTypeAndCommandsOfAnyTarget() {
        try (TestRegistry t = TestRegistry.of(PHONES_PLUGIN)) {
            Phone one = t.of(PHONES).create(t.call(), new Phone(0, "1"));
            Phone two = t.of(PHONES).create(t.call(), new Phone(0, "2"));
            t.of(PHONES).delete(t.call(), one.id());

            assertThat(t.events(CREATED)).containsExactly(one, two);
            assertThat(t.events(DELETED)).containsExactly(one);
            assertThat(t.events()).extracting(OutboxEntry::subject).containsExactly("Phone/1", "Phone/2", "Phone/1");
            assertThat(t.events()).allSatisfy(event -> assertThat(event.actor()).isEqualTo("tester"));
            assertThat(t.commands()).containsExactly(RELOAD, RELOAD, RELOAD);
            t.clear();
            assertThat(t.events()).isEmpty();
            assertThat(t.commands()).isEmpty();
            assertThat(t.of(PHONES).get(t.call(), two.id())).isEqualTo(two);
        }
    }

    @Test
    void recordsNothingOfAUnitThatFails() {
        try (TestRegistry t = TestRegistry.of(PHONES_PLUGIN)) {
            assertThatThrownBy(() -> t.unit(() -> {
                        t.of(PHONES).create(t.call(), new Phone(0, "1"));
                        t.of(PHONES).create(t.call(), new Phone(0, "1"));
                    }))
                    .isInstanceOf(DovetailException.class);
            assertThat(t.events()).isEmpty();
            assertThat(t.commands()).isEmpty();
            assertThat(t.registry().dao(PHONES).find(1)).isEmpty();

            t.unit(() -> {
                t.of(PHONES).create(t.call(), new Phone(0, "1"));
                t.of(PHONES).create(t.call(), new Phone(0, "2"));
                assertThat(t.events()).isEmpty();
            });
            assertThat(t.events(CREATED)).hasSize(2);
            assertThat(t.commands()).containsExactly(RELOAD);
        }
    }

    @Test
    void countsIdsAndHoldsTheClock() {
        try (TestRegistry t = TestRegistry.of(PHONES_PLUGIN)) {
            t.of(PHONES).create(t.call(), new Phone(0, "1"));
            t.clock().pass(Duration.ofHours(1));
            t.of(PHONES).create(t.call(), new Phone(0, "2"));

            assertThat(t.events())
                    .extracting(OutboxEntry::recordedAt)
                    .containsExactly(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T01:00:00Z"));
            assertThat(t.events())
                    .allSatisfy(event ->
                            assertThat(event.id().getMostSignificantBits()).isZero());
            assertThat(t.registry().clock()).isSameAs(t.clock());
        }
        Instant moon = Instant.parse("1969-07-20T20:17:40Z");
        UUID id = new UUID(1, 2);
        try (TestRegistry t =
                TestRegistry.builder(PHONES_PLUGIN).now(moon).ids(() -> id).load()) {
            assertThat(t.registry().clock().instant()).isEqualTo(moon);
            assertThat(t.registry().ids().get()).isEqualTo(id);
        }
    }

    @Test
    void tellsMocks() throws Exception {
        CommandSender exchange = mock();
        EventListener listener = mock();
        try (TestRegistry t = TestRegistry.builder(PHONES_PLUGIN)
                .sender("exchange", exchange)
                .listener(listener)
                .load()) {
            t.of(PHONES).create(t.call(), new Phone(0, "1"));
            verify(exchange).send(List.of(RELOAD));
            verify(listener).on(any());
            assertThat(t.commands()).containsExactly(RELOAD);
        }
    }

    @Test
    void recordsNoCommandThatCouldNotBeSent() throws Exception {
        CommandSender exchange = mock();
        doThrow(new IOException("away")).doNothing().when(exchange).send(any());
        try (TestRegistry t =
                TestRegistry.builder(PHONES_PLUGIN).sender("exchange", exchange).load()) {
            t.of(PHONES).create(t.call(), new Phone(0, "1"));
            assertThat(t.commands()).isEmpty();
            t.clock().pass(Duration.ofMinutes(1));
            t.registry().deliver();
            assertThat(t.commands()).containsExactly(RELOAD);
        }
    }
}
