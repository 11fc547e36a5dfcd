package dev.dovetail.http.sample;

import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.LegacyAssociationPlugin;
import dev.dovetail.plugin.LegacyResourcePlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
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
        return List.of(new Phones(), ResourcePlugin.of(TEAMS), new TeamPhones());
    }

    private record Phones() implements LegacyResourcePlugin<Phone, Integer> {
        @Override
        public Resource<Phone, Integer> resource() {
            return PHONES;
        }

        @Override
        public ValidationGroup<Phone> validation(Services services) {
            return ValidationGroup.<Phone>builder()
                    .common(Rules.unique(services.dao(PHONES)))
                    .common(Rules.<Change<Phone>>forbid(
                            "Phone", "Soft phones have no ranges.", change -> hasRanges(change.value())))
                    .common((change, violations) -> failOnPurpose(change.value()))
                    .build();
        }

        @Override
        public Notifier<Change<Phone>> notifier(Services services) {
            return Notifier.<Phone>of()
                    .created(PHONE_CREATED::of)
                    .edited(change -> PHONE_EDITED.of(change.value()))
                    .deleted(PHONE_DELETED::of)
                    .build();
        }

        private static boolean hasRanges(Phone phone) {
            return phone.kind() == Phone.Kind.SOFT_PHONE
                    && !phone.numberRanges().isEmpty();
        }

        private static void failOnPurpose(Phone phone) {
            if (phone.name().equals("fail")) {
                throw new IllegalStateException(SECRET);
            }
        }
    }

    private record TeamPhones() implements LegacyAssociationPlugin<Team, String, Phone, Integer>, HttpPlugin {
        @Override
        public Association<Team, String, Phone, Integer> association() {
            return TEAM_PHONES;
        }

        @Override
        public AssociationValidationGroup<Team, Phone> validation(Services services) {
            return AssociationValidationGroup.<Team, Phone>builder()
                    .association(Rules.sameTenant(TEAM_PHONES))
                    .association(Rules.<Link<Team, Phone>>forbid(
                            "Team",
                            "The phone is disabled.",
                            link -> !link.right().enabled()))
                    .build();
        }

        @Override
        public void represent(Representations representations) {
            var phones = representations.only(PHONES, "id", "name");
            var teams = representations.only(TEAMS, "code");
            representations.shape(TEAMS).part("phones", representations.rights(TEAM_PHONES, phones));
            representations.shape(PHONES).part("teams", representations.lefts(TEAM_PHONES, teams));
        }
    }
}
