package dev.dovetail.examples.telephony.wholeuser;

import dev.dovetail.examples.telephony.auth.Logins;
import dev.dovetail.examples.telephony.common.MoreRoutes;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.Description;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Locator;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.plugin.Plugin;
import java.util.List;

/** Takes what is linked to users in their bodies, and edits and deletes users with what is theirs. */
public final class WholeUsers implements HttpPlugin {
    private final Logins logins;

    /** @param logins makes and ends the logins of users */
    public WholeUsers(Logins logins) {
        this.logins = logins;
    }

    @Override
    public String name() {
        return "whole_users";
    }

    @Override
    public List<Plugin> parts() {
        return List.of(new MoreRoutes<>(Users.USERS, this::follow));
    }

    @Override
    public void represent(Representations all) {
        Representation.Builder<User> shape = all.shape(Users.USERS);
        UserBodies.shape(shape, all);
        UserLogins.shape(shape);
    }

    private static Description recursive(Description operation, String summary) {
        return operation.parameter("recursive", Schema.bool().with("default", false), summary);
    }

    private void follow(Routes routes, ResourceRoutes<User, Integer> mine) {
        UserBodies.follow(mine, routes);
        UserLogins.follow(mine, logins);
        Locator<User, Integer> users = mine.locator();
        mine.answering(Method.EDIT, new RecursiveEdit(routes, users)::answering)
                .answering(Method.DELETE, new RecursiveDeletion(routes.services(), users, logins)::answering)
                .describing(Method.EDIT, edit -> recursive(edit, "Whether to edit what is linked and given as well."))
                .describing(Method.DELETE, delete -> recursive(delete, "Whether to delete what is linked as well."));
    }
}
