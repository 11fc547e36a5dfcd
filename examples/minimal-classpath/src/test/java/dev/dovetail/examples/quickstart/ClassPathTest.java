package dev.dovetail.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dovetail.CRUDService;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.plugin.PluginRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the quick start on a class path with the core and what it cannot do without. */
class ClassPathTest {
    @Test
    void isOnTheClassPath() {
        assertEquals(false, InMemory.class.getModule().isNamed());
        assertEquals(false, CRUDService.class.getModule().isNamed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.ibatis.session.SqlSession",
                "org.hibernate.validator.HibernateValidator",
                "com.zaxxer.hikari.HikariDataSource",
                "org.h2.Driver",
                "org.postgresql.Driver",
                "com.rabbitmq.client.Connection",
                "tools.jackson.databind.ObjectMapper"
            })
    void hasNothingOptional(String type) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(type));
    }

    @Test
    void runs() {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            InMemory.main(new String[0]);
            larger();
        } finally {
            System.setOut(before);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("lines of Ann: [Line[number=1001]]"), text);
        assertTrue(text.contains("refused: Operation not permitted. 112 is for emergencies."), text);
    }

    private static void larger() {
        try (PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(Directory.PLUGINS)
                .load()) {
            Directory.tryOut(registry);
        }
    }
}
