package dev.dovetail.notification;

import static dev.dovetail.sample.Office.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.sample.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotifierTest {
    private static final EventType<String> SAID = new EventType<>("said", String.class);
    private static final Line LINE = new Line("a", "north", "l");

    private final List<Object> announced = new ArrayList<>();
    private final Announcements announcements = new Announcements() {
        @Override
        public void announce(Event event) {
            announced.add(String.valueOf(event.data()));
        }

        @Override
        public void command(Command command) {
            announced.add(command.action());
        }
    };

    private List<Object> announced(Notifier<Change<Line>> notifier, Change<Line> change) {
        announced.clear();
        notifier.notify(change, announcements);
        return List.copyOf(announced);
    }

    private final Change<Line> created = Change.create(ALL, LINE);
    private final Change<Line> edited = Change.edit(ALL, LINE, new Line("a", "north", "m"), Set.of());
    private final Change<Line> deleted = Change.delete(ALL, LINE);

    @Test
    void announcesEachOperationByItsOwnEvent() {
        Notifier<Change<Line>> notifier = Notifier.<Line>of()
                .created(line -> SAID.of("created " + line.name()))
                .edited(change -> SAID.of("edited " + change.value().name()))
                .deleted(line -> SAID.of("deleted " + line.name()))
                .command(Command.of("pbx", "reload"))
                .command(Command.of("pbx", "forget"), Operation.DELETE)
                .build();
        assertThat(announced(notifier, created)).containsExactly("created l", "reload");
        assertThat(announced(notifier, edited)).containsExactly("edited m", "reload");
        assertThat(announced(notifier, deleted)).containsExactly("deleted l", "reload", "forget");
    }

    @Test
    void runsOneAfterTheOther() {
        Notifier<Change<Line>> first = (change, to) -> to.announce(SAID.of("first"));
        assertThat(announced(first.then((change, to) -> to.announce(SAID.of("second"))), created))
                .containsExactly("first", "second");
        assertThat(announced(Notifier.none(), created)).isEmpty();
    }

    @Test
    void runsAnotherNotifierForTheOperationsNamed() {
        Notifier<Change<Line>> notifier = Notifier.<Line>of()
                .on((change, to) -> to.announce(SAID.of("seen")), Operation.CREATE, Operation.DELETE)
                .build();
        assertThat(announced(notifier, created)).containsExactly("seen");
        assertThat(announced(notifier, edited)).isEmpty();
    }

    @Test
    void eventsAndCommandsKeepTheOrderOfWhatIsAdded() {
        assertThat(SAID.of("x").with("b", 1).with("a", true).headers().keySet()).containsExactly("b", "a");
        assertThat(Command.of("pbx", "reload").with("b", "1").with("a", "2").parameters())
                .hasToString("{b=1, a=2}");
        assertThat(Command.of("pbx", "reload").with("b", "1"))
                .isEqualTo(Command.of("pbx", "reload").with("b", "1"));
    }
}
