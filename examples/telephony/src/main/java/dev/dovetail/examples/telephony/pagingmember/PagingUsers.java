package dev.dovetail.examples.telephony.pagingmember;

import dev.dovetail.examples.telephony.common.TelephonyList;
import dev.dovetail.examples.telephony.paging.Pagings;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import java.util.List;

/** The users who may call a paging, and those who hear it; a user may be both. */
public final class PagingUsers {
    private PagingUsers() {}

    /** Returns the plugins. */
    public static List<Plugin> plugins() {
        return List.of(of("caller"), of("member"));
    }

    private static Plugin of(String kind) {
        return TelephonyList.of(Association.between(Pagings.PAGINGS, Users.USERS)
                        .name("paging_" + kind + "_user")
                        .onDelete(OnDelete.UNLINK)
                        .build())
                .path("/" + kind + "s/users")
                .namedBy(Users.UUID_COLUMN)
                .leftShows(kind + "s.users", "uuid", "firstname", "lastname", "links")
                .noRepeats()
                .plugin();
    }
}
