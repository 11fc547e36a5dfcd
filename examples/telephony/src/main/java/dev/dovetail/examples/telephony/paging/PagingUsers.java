package dev.dovetail.examples.telephony.paging;

import dev.dovetail.examples.telephony.common.MemberList;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.resource.Association;

/** The users who may call a paging, or those who hear it; a user may be both. */
public final class PagingUsers extends MemberList<Paging, User> {
    public static final Association<Paging, Integer, User, Integer> PAGING_CALLER_USER =
            describe(Pagings.PAGINGS, Users.USERS, "paging_caller_user").build();
    public static final Association<Paging, Integer, User, Integer> PAGING_MEMBER_USER =
            describe(Pagings.PAGINGS, Users.USERS, "paging_member_user").build();

    private PagingUsers(Association<Paging, Integer, User, Integer> association, String kind) {
        super(association, new Words("paging", kind, "user"), Users.UUID_COLUMN);
    }

    /** Returns the plugin of those who may call. */
    public static PagingUsers callers() {
        return new PagingUsers(PAGING_CALLER_USER, "callers");
    }

    /** Returns the plugin of those who hear. */
    public static PagingUsers members() {
        return new PagingUsers(PAGING_MEMBER_USER, "members");
    }
}
