package dev.dovetail.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.examples.springboot.reception.Reception;
import dev.dovetail.examples.springboot.reception.Welcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(60)
class LifecycleTest {
    @TempDir
    private Path directory;

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                Application.class, "--server.port=0", "--spring.datasource.url=jdbc:h2:" + directory.resolve("data"));
    }

    private static List<Thread> relays() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("dovetail-relay"))
                .toList();
    }

    @Test
    void relaysWhileTheContextLives() {
        List<Thread> before = relays();
        List<Thread> own;
        HikariDataSource pool;
        try (ConfigurableApplicationContext context = start()) {
            own = relays().stream().filter(thread -> !before.contains(thread)).toList();
            pool = context.getBean(HikariDataSource.class);
            assertThat(own).isNotEmpty().allMatch(Thread::isAlive);
        }
        assertThat(own).noneMatch(Thread::isAlive);
        assertThat(pool.isClosed()).isTrue();
    }

    @Test
    void keepsWhatThereIsInAFile() {
        try (ConfigurableApplicationContext context = start()) {
            context.getBean(Reception.class).welcome(CallContext.of(Scope.all()), new Welcome("Ann", "1001", "B1"));
        }
        try (ConfigurableApplicationContext context = start()) {
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select name from employees join badges on employee_id = employees.id")
                            .query(String.class)
                            .list())
                    .containsExactly("Ann");
        }
    }
}
