package dev.dovetail.examples.telephony.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.examples.telephony.setup.SetupException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static DatabaseUrl parse(String text) {
        return DatabaseUrl.parse(text, Optional.empty());
    }

    @Test
    void readsH2() {
        assertThat(parse("mem").jdbcUrl()).startsWith("jdbc:h2:mem:").contains("DB_CLOSE_DELAY=-1");
        assertThat(parse("mem").jdbcUrl()).isNotEqualTo(parse("mem").jdbcUrl());
        assertThat(parse("h2:data/x").jdbcUrl()).startsWith("jdbc:h2:file:/").contains("/data/x;");
        assertThat(parse("h2:data/x").isPostgresql()).isFalse();
    }

    @Test
    void readsPostgresql() {
        DatabaseUrl url = parse("postgresql://ann:p%40ss%3A%2F+w@db.example:5433/tel");
        assertThat(url.jdbcUrl()).startsWith("jdbc:postgresql://db.example:5433/tel?");
        assertThat(url.user()).isEqualTo("ann");
        assertThat(url.password()).isEqualTo("p@ss:/+w");
        assertThat(url.isPostgresql()).isTrue();
        assertThat(url).hasToString("postgresql://db.example:5433/tel");
    }

    @Test
    void knowsDefaults() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ann@localhost/tel", Optional.of("secret"));
        assertThat(url.jdbcUrl()).startsWith("jdbc:postgresql://localhost:5432/tel?");
        assertThat(url.password()).isEqualTo("secret");
        assertThat(DatabaseUrl.parse("postgresql://ann:own@h/tel", Optional.of("secret"))
                        .password())
                .isEqualTo("own");
    }

    @Test
    void readsSeveralHostsAndOptions() {
        assertThat(parse("postgresql://ann@a,b:5433,[::1]:5434/tel?sslmode=require")
                        .jdbcUrl())
                .startsWith("jdbc:postgresql://a:5432,b:5433,[::1]:5434/tel?")
                .contains("targetServerType=primary")
                .endsWith("&sslmode=require");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oracle",
                "h2:",
                "h2:a;INIT=RUNSCRIPT",
                "postgresql://",
                "postgresql://host/db",
                "postgresql://ann:s3cret@/db",
                "postgresql://ann:s3cret@host",
                "postgresql://ann:s3cret@host:port/db",
                "postgresql://ann:s3cret%@host/db"
            })
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("--db: ")
                .hasMessageNotContaining("s3cret");
    }
}
