package dev.dovetail.examples.telephony.user;

import dev.dovetail.examples.telephony.common.Lenient;
import dev.dovetail.examples.telephony.uservoicemail.UserVoicemails;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The filters of the list of users that are not plain columns. */
final class UserFilters {
    private static final Column<User, Integer> ID = Users.USERS.column(User::id);
    private static final Column<User, String> FIRSTNAME = Users.USERS.column(User::firstname);
    private static final Column<User, String> LASTNAME = Users.USERS.column(User::lastname);
    private static final Column<User, String> MOBILE = Users.USERS.column(User::mobilePhoneNumber);

    private UserFilters() {}

    static void add(ResourceRoutes<User, Integer> routes, Services services) {
        routes.filter("uuid", text -> Lenient.anyUuid(Users.UUID_COLUMN, text))
                .filter("mobile_phone_number", text -> Criterion.in(MOBILE, Arrays.asList(text.split(",", -1))))
                .filter("email", text -> Criterion.equalIgnoringCase(Users.EMAIL, text))
                .filter("fullname", UserFilters::fullname)
                .filter("voicemail_number", number -> withVoicemail(services, number));
        for (String ofLines : List.of("exten", "extension", "context", "provisioning_code")) {
            routes.filter(ofLines, text -> Lenient.nothing(ID));
        }
        for (String unsorted : List.of("exten", "extension", "context", "provisioning_code", "voicemail_number")) {
            routes.sort(unsorted, LASTNAME);
        }
        routes.sort("fullname", LASTNAME);
    }

    /** The text may be cut at any blank, since names hold blanks too. */
    private static Criterion<User> fullname(String text) {
        List<Criterion<User>> cuts = new ArrayList<>();
        for (int blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', blank + 1)) {
            String last = text.substring(blank + 1);
            Criterion<User> lastname = Criterion.equal(LASTNAME, last);
            cuts.add(Criterion.equal(FIRSTNAME, text.substring(0, blank))
                    .and(last.isEmpty() ? Criterion.either(List.of(lastname, Criterion.isNull(LASTNAME))) : lastname));
        }
        return Criterion.either(cuts);
    }

    private static Criterion<User> withVoicemail(Services services, String number) {
        return Criterion.in(ID, UserVoicemails.usersOfNumber(services, number));
    }
}
