package dev.dovetail.examples.client;

import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.http.AssociationRoutes;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.http.access.StaticTokens;
import dev.dovetail.http.access.Tenants;
import dev.dovetail.http.openapi.OpenApi;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The application whose API the client is for: users of tenants, their lines, and which of these ring first. */
final class Directory {
    static final String TOKEN = "t-acme";
    static final OpenApi DOCUMENT = OpenApi.of("Directory", "1.0").json("/openapi.json");

    private static final String ACME = "acme";

    enum Language {
        EN,
        FR
    }

    record Address(@Size(max = 80) String street, @Nullable String city) {}

    record User(
            int id,
            String tenant,
            @Size(min = 1, max = 40) String name,
            @Nullable @Email String email,
            Language language,
            boolean enabled,
            @Nullable Instant since,
            List<Address> addresses,
            long version) {}

    record Line(UUID id, @Pattern(regexp = "[0-9]+") String number) {}

    record Ringing(@Min(0) @Max(60) int delay) {}

    static final Resource<User, Integer> USERS = Resource.of(User.class, User::id)
            .generatedKey()
            .tenant(User::tenant)
            .version(User::version)
            .unique(User::name)
            .defaultValue(User::language, Language.EN)
            .defaultValue(User::enabled, true)
            .defaultValue(User::addresses, List.of())
            .search(User::name, User::email)
            .filterAndSort(User::name, User::email, User::language, User::enabled)
            .build();
    static final Resource<Line, UUID> LINES = Resource.of(Line.class, Line::id).build();
    static final Attributes<Ringing> RINGING = Attributes.of(Ringing.class, new Ringing(0));
    static final Association<User, Integer, Line, UUID> USER_LINES = Association.between(USERS, LINES)
            .attributes(RINGING)
            .onDeleteLeft(OnDelete.UNLINK)
            .build();

    private Directory() {}

    private static void represent(Representations all) {
        all.shape(USERS).part("lines", all.rights(USER_LINES, all.full(LINES), RINGING));
    }

    private static void route(Routes routes) {
        routes.association(USER_LINES)
                .methods(
                        AssociationRoutes.Method.ASSOCIATE,
                        AssociationRoutes.Method.DISSOCIATE,
                        AssociationRoutes.Method.REPLACE,
                        AssociationRoutes.Method.LIST)
                .add();
    }

    static PluginRegistry registry() {
        return PluginRegistry.on(MemoryStore.create())
                .plugins(
                        ResourcePlugin.of(USERS),
                        ResourcePlugin.of(LINES),
                        AssociationPlugin.of(USER_LINES)
                                .with(HttpPlugin.representing(Directory::represent)
                                        .routing(Directory::route)))
                .load();
    }

    static HttpApi api(PluginRegistry registry) {
        return HttpApi.of(registry)
                .basePath("/api")
                .tokens(StaticTokens.builder().token(TOKEN, "ann", ACME, "#").build())
                .tenants(Tenants.builder().tenant(ACME).build())
                .routes(DOCUMENT)
                .build();
    }
}
