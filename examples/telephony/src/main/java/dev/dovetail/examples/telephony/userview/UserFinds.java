package dev.dovetail.examples.telephony.userview;

import dev.dovetail.examples.telephony.common.Lenient;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.examples.telephony.uservoicemail.UserVoicemails;
import dev.dovetail.examples.telephony.voicemail.Voicemails;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.json.Naming;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.DerivedUse;
import java.util.Arrays;
import java.util.List;

/** What users are found by beyond their own columns: main line, its extension, voicemail. */
final class UserFinds {
    static final Derived<User, String> EXTEN = Derived.foundAscii("exten", () -> ofMainExtension(Extensions.EXTEN));
    static final Derived<User, String> EXTENSION =
            Derived.foundAscii("extension", () -> ofMainExtension(Extensions.EXTEN));
    static final Derived<User, String> CONTEXT =
            Derived.foundAscii("context", () -> ofMainExtension(Extensions.CONTEXT));
    static final Derived<User, String> PROVISIONING_CODE = Derived.foundAscii(
            "provisioningCode", () -> Derivation.right(UserLines.USER_LINE, Derivation.of(Lines.PROVISIONING_CODE)));
    static final Derived<User, String> VOICEMAIL_NUMBER = Derived.foundAscii(
            "voicemailNumber",
            () -> Derivation.right(
                    UserVoicemails.USER_VOICEMAIL,
                    Derivation.onlyIf(Voicemails.ENABLED, true, Derivation.of(Voicemails.NUMBER))));

    /** All of them. */
    static final List<Derived<User, String>> ALL =
            List.of(EXTEN, EXTENSION, CONTEXT, PROVISIONING_CODE, VOICEMAIL_NUMBER);

    private UserFinds() {}

    /** Returns what is added to users. */
    static Plugin ofUsers() {
        return ResourcePlugin.extending(Users.USERS)
                .derived(EXTEN, DerivedUse.SEARCH, DerivedUse.FILTER)
                .derived(PROVISIONING_CODE, DerivedUse.SEARCH, DerivedUse.FILTER)
                .derived(EXTENSION, DerivedUse.FILTER)
                .derived(CONTEXT, DerivedUse.FILTER)
                .derived(VOICEMAIL_NUMBER, DerivedUse.FILTER);
    }

    private static Derivation<User, String> ofMainExtension(Column<Extension, String> column) {
        return Derivation.right(
                UserLines.USER_LINE,
                Derivation.right(
                        LineExtensions.LINE_EXTENSION,
                        Derivation.onlyIf(Extensions.ENABLED, true, Derivation.of(column))));
    }

    /** Adds the filters that take more than one value, and the names that a list is sorted by its last names by. */
    static void add(ResourceRoutes<User, Integer> routes) {
        routes.filter("uuid", text -> Lenient.anyUuid(Users.UUID_COLUMN, text))
                .filter("exten", text -> Criterion.in(EXTEN, any(text)))
                .filter("mobile_phone_number", text -> Criterion.in(Users.MOBILE, any(text)))
                .filter("email", text -> Criterion.equalIgnoringCase(Users.EMAIL, text));
        ALL.forEach(found -> routes.sort(Naming.SNAKE_CASE.json(found.name()), Users.LASTNAME));
    }

    private static List<String> any(String text) {
        return Arrays.asList(text.split(",", -1));
    }
}
