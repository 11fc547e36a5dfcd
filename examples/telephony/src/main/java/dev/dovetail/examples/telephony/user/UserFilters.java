package dev.dovetail.examples.telephony.user;

import dev.dovetail.examples.telephony.common.Lenient;
import dev.dovetail.examples.telephony.uservoicemail.UserVoicemails;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import java.util.Arrays;
import java.util.List;

/** The filters of the list of users that are not plain columns. */
final class UserFilters {
    private static final Column<User, Integer> ID = Users.USERS.column(User::id);
    private static final Column<User, String> LASTNAME = Users.USERS.column(User::lastname);
    private static final Column<User, String> MOBILE = Users.USERS.column(User::mobilePhoneNumber);

    private UserFilters() {}

    static void add(ResourceRoutes<User, Integer> routes, Services services) {
        routes.filter("uuid", text -> Lenient.anyUuid(Users.UUID_COLUMN, text))
                .filter("mobile_phone_number", text -> Criterion.in(MOBILE, Arrays.asList(text.split(",", -1))))
                .filter("email", text -> Criterion.equalIgnoringCase(Users.EMAIL, text))
                .filter("voicemail_number", number -> withVoicemail(services, number));
        for (String ofLines : List.of("exten", "extension", "context", "provisioning_code")) {
            routes.filter(ofLines, text -> Lenient.nothing(ID));
        }
        for (String unsorted : List.of("exten", "extension", "context", "provisioning_code", "voicemail_number")) {
            routes.sort(unsorted, LASTNAME);
        }
    }

    private static Criterion<User> withVoicemail(Services services, String number) {
        return Criterion.in(ID, UserVoicemails.usersOfNumber(services, number));
    }
}
