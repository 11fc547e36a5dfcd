package dev.dovetail.examples.telephony.iaxregister;

import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The one line that the telephony engine reads: {@code username:password@host:port/extension?context}. */
record Registration(String username, String password, String host, String port, String extension, String context) {
    private static final int MOST = 255;

    static Registration of(IaxRegister register) {
        return new Registration(
                text(register.authUsername()),
                text(register.authPassword()),
                register.remoteHost(),
                text(register.remotePort()),
                text(register.callbackExtension()),
                text(register.callbackContext()));
    }

    static Registration of(ObjectNode body) {
        return new Registration(
                text(body, "auth_username"),
                text(body, "auth_password"),
                text(body, "remote_host"),
                text(body, "remote_port"),
                text(body, "callback_extension"),
                text(body, "callback_context"));
    }

    private static String text(ObjectNode body, String name) {
        return body.path(name).asString("");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    void check(Violations violations) {
        if (!username.isEmpty() && password.isEmpty()) {
            violations.add(lacks("auth_username", "auth_password"));
        }
        if (!context.isEmpty() && extension.isEmpty()) {
            violations.add(lacks("callback_context", "callback_extension"));
        }
        if (line().length() > MOST) {
            violations.add(TelephonyErrors.schema(
                    "IAXRegister",
                    Path.whole(),
                    "too-long",
                    "The sum of all fields is longer than maximum length " + MOST));
        }
    }

    private static Violation lacks(String name, String other) {
        String text = "Cannot set field \"" + name + "\" if the field \"" + other + "\" is not set";
        return TelephonyErrors.invalid("IAXRegister", Path.of(name), "incomplete", text);
    }

    private String line() {
        String login = username + after(":", password) + (username.isEmpty() ? "" : "@");
        return login + host + after(":", port) + after("/", extension) + after("?", context);
    }

    private static String after(String separator, String text) {
        return text.isEmpty() ? "" : separator + text;
    }
}
