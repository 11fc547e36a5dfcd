package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.notification.outbox.Relay;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs a program over the store in memory on a class path that has nothing optional, in a JVM of its own. */
class NoOptionalJarsTest {
    /** What an embedder gets, less Guava and the validation API: the program has no constraint. */
    private static final Pattern NEEDED = Pattern.compile("(pcollections|slf4j-api|jspecify)-[^/\\\\]*\\.jar");

    private static final List<String> OPTIONAL = List.of(
            "org.apache.ibatis.session.SqlSession",
            "org.hibernate.validator.HibernateValidator",
            "jakarta.validation.Validator",
            "com.google.common.collect.ImmutableList",
            "com.zaxxer.hikari.HikariDataSource",
            "org.h2.Driver",
            "org.postgresql.Driver",
            "tools.jackson.databind.ObjectMapper");

    @Test
    @Timeout(30)
    void theQuickStartInMemoryNeedsNoneOfThem() throws Exception {
        String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NEEDED.matcher(new File(entry).getName()).matches())
                .collect(Collectors.joining(File.pathSeparator));
        Path program = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(File.pathSeparator, home(CRUDService.class), home(QuickStart.class), jars),
                        QuickStart.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("user_created User/1", "linked User/1", "rights [Desk[id=a, name=window]]");
        assertThat(process.exitValue()).isZero();
        for (String type : OPTIONAL) {
            assertThat(output).contains("absent " + type);
        }
    }

    private static String home(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** The program. */
    static final class QuickStart {
        record Person(Integer id, String name) {}

        record Desk(String id, String name) {}

        private QuickStart() {}

        public static void main(String[] arguments) {
            for (String type : OPTIONAL) {
                try {
                    Class.forName(type);
                    System.out.println("PRESENT " + type);
                } catch (ClassNotFoundException e) {
                    System.out.println("absent " + type);
                }
            }
            run();
        }

        private static void run() {
            var users = Resource.of(Person.class, Person::id)
                    .name("User")
                    .generatedKey()
                    .unique(Person::name)
                    .build();
            var desks = Resource.of(Desk.class, Desk::id).build();
            var links = Association.between(users, desks).build();
            var store = MemoryStore.create();
            var relay = new Relay(
                    store.outbox(),
                    List.of(event -> System.out.println(event.name() + " " + event.subject())),
                    Map.of(),
                    Clock.systemUTC());
            var units = new UnitOfWork(store, store.outbox(), relay::wake, Clock.systemUTC(), UUID::randomUUID);
            var created = new EventType<>("user_created", Person.class);
            var linked = new EventType<>("linked", String.class);
            var people = CRUDService.builder(store.dao(users), units)
                    .notifier(Notifier.<Person>of().created(created::of).build())
                    .build();
            var furniture = CRUDService.builder(store.dao(desks), units).build();
            var seats = AssociationService.builder(links, store.dao(links), store.dao(users), store.dao(desks), units)
                    .notifier(AssociationNotifier.<Person, Desk>builder()
                            .associated(link -> linked.of(link.right().id()))
                            .build())
                    .build();
            var all = CallContext.of(Scope.all());
            Person ann = people.create(all, new Person(0, "Ann"));
            furniture.create(all, new Desk("a", "window"));
            seats.associate(all, ann.id(), "a");
            System.out.println("rights " + seats.rights(all, ann.id()));
            // the registry too: it is what the quick start of the README uses
            try (var registry = PluginRegistry.on(MemoryStore.create())
                    .plugins(ResourcePlugin.of(users))
                    .load()) {
                registry.of(users).create(all, new Person(0, "Bob"));
            }
        }
    }
}
