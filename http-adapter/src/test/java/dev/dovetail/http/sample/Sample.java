package dev.dovetail.http.sample;

import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.notification.EventType;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import java.util.List;

/** The descriptions and plugins of the sample. */
public final class Sample {
    public static final Resource<Phone, Integer> PHONES = Resource.of(Phone.class, Phone::id)
            .generatedKey()
            .tenant(Phone::tenant)
            .unique(Phone::name)
            .version(Phone::version)
            .defaultValue(Phone::kind, Phone.Kind.DESK)
            .defaultValue(Phone::priority, 5)
            .defaultValue(Phone::enabled, true)
            .defaultValue(Phone::numberRanges, List.of())
            .search(Phone::name, Phone::description)
            .filter(Phone::name, Phone::kind, Phone::priority, Phone::enabled, Phone::maxCalls, Phone::description)
            .sort(Phone::id, Phone::name, Phone::description, Phone::priority)
            .defaultSort(Phone::name)
            .build();
    public static final Resource<Team, String> TEAMS =
            Resource.of(Team.class, Team::code).tenant(Team::tenant).build();
    public static final Association<Team, String, Phone, Integer> TEAM_PHONES = Association.between(TEAMS, PHONES)
            .sameTenant()
            .ordered()
            .onDeleteLeft(OnDelete.UNLINK)
            .build();

    public static final EventType<Phone> PHONE_CREATED = new EventType<>("phone_created", Phone.class);
    public static final EventType<Phone> PHONE_EDITED = new EventType<>("phone_edited", Phone.class);
    public static final EventType<Phone> PHONE_DELETED = new EventType<>("phone_deleted", Phone.class);

    /** What a fault in a rule would say; none of it may get out. */
    public static final String SECRET = "secret: select * from accounts";

    private Sample() {}

    public static List<Plugin> plugins() {
        return List.of(phones(), ResourcePlugin.of(TEAMS), teamPhones());
    }

    private static Plugin phones() {
        return ResourcePlugin.of(PHONES)
                .forbid("Soft phones have no ranges.", change -> hasRanges(change.value()))
                .rule((change, violations) -> failOnPurpose(change.value()))
                .announcesChanges();
    }

    private static boolean hasRanges(Phone phone) {
        return phone.kind() == Phone.Kind.SOFT_PHONE && !phone.numberRanges().isEmpty();
    }

    private static void failOnPurpose(Phone phone) {
        if (phone.name().equals("fail")) {
            throw new IllegalStateException(SECRET);
        }
    }

    private static Plugin teamPhones() {
        return AssociationPlugin.of(TEAM_PHONES)
                .rule(Rules.<Link<Team, Phone>>forbid(
                        "Team", "The phone is disabled.", link -> !link.right().enabled()))
                .with(HttpPlugin.representing(Sample::represent));
    }

    private static void represent(Representations all) {
        all.shape(TEAMS).part("phones", all.rights(TEAM_PHONES, all.only(PHONES, "id", "name")));
        all.shape(PHONES).part("teams", all.lefts(TEAM_PHONES, all.only(TEAMS, "code")));
    }
}
