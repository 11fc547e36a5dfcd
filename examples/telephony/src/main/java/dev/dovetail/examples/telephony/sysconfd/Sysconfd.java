package dev.dovetail.examples.telephony.sysconfd;

import dev.dovetail.notification.Command;
import java.util.Arrays;
import java.util.List;

/** Makes the commands that the system daemon knows. */
public final class Sysconfd {
    /** The target that the daemon's sender is registered under. */
    public static final String TARGET = "sysconfd";

    static final String RELOAD = "reload";
    static final String MOVE_VOICEMAIL = "move_voicemail";
    static final String DELETE_VOICEMAIL = "delete_voicemail";
    static final String DELETE_VOICEMAILS_CONTEXT = "voicemails_context";
    static final String DELETE_MOH = "moh";
    static final String RESTART = "services";

    private Sysconfd() {}

    /** Returns the command that makes the telephony engine reload: {@code dialplan reload}. */
    public static Command reload(String command) {
        return Command.of(TARGET, RELOAD).with("command", command);
    }

    /** Returns whether a command makes the telephony engine reload. */
    public static boolean isReload(Command command) {
        return command.target().equals(TARGET) && command.action().equals(RELOAD);
    }

    /** Returns the commands that make the telephony engine reload several parts. */
    public static List<Command> reloads(String... commands) {
        return Arrays.stream(commands).map(Sysconfd::reload).toList();
    }

    /** Returns the command that moves the messages of a mailbox. */
    public static Command moveVoicemail(String oldNumber, String oldContext, String newNumber, String newContext) {
        return Command.of(TARGET, MOVE_VOICEMAIL)
                .with("old_mailbox", oldNumber)
                .with("old_context", oldContext)
                .with("new_mailbox", newNumber)
                .with("new_context", newContext);
    }

    /** Returns the command that deletes the messages of a mailbox. */
    public static Command deleteVoicemail(String number, String context) {
        return Command.of(TARGET, DELETE_VOICEMAIL).with("mailbox", number).with("context", context);
    }

    /** Returns the command that deletes the messages of all mailboxes of a context. */
    public static Command deleteVoicemailsOf(String context) {
        return Command.of(TARGET, DELETE_VOICEMAILS_CONTEXT).with("context", context);
    }

    /** Returns the command that deletes the files of a music on hold class. */
    public static Command deleteMoh(String name) {
        return Command.of(TARGET, DELETE_MOH).with("name", name);
    }

    /** Returns the command that restarts a service. */
    public static Command restart(String service) {
        return Command.of(TARGET, RESTART).with("service", service);
    }
}
