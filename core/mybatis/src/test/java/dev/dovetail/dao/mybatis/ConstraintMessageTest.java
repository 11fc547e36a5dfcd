package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintMessageTest {

    @Test
    void readsUniqueOfPostgreSqlInAnyLanguage() {
        SqlFailures.Constraint english = ConstraintMessage.read(
                "ERROR: duplicate key value violates unique constraint \"users_tenant_name_key\"\n"
                        + "  Detail: Key (tenant, name)=(a \"b\", c) already exists.");
        SqlFailures.Constraint french = ConstraintMessage.read(
                "ERREUR: la valeur d'une clé dupliquée rompt la contrainte unique « users_tenant_name_key »\n"
                        + "  Détail : La clé « (tenant, name)=(a, c) » existe déjà.");

        assertThat(english.name()).isEqualTo("users_tenant_name_key");
        assertThat(english.columns()).containsExactly("tenant", "name");
        assertThat(french.name()).isEqualTo("users_tenant_name_key");
        assertThat(french.columns()).containsExactly("tenant", "name");
    }

    @Test
    void readsUniqueOverLoweredColumns() {
        assertThat(ConstraintMessage.read("ERROR: duplicate key value violates unique constraint \"x\"\n"
                                + "  Detail: Key (lower(name::text), tenant)=(ann, 1) already exists.")
                        .columns())
                .containsExactly("name", "tenant");
        assertThat(ConstraintMessage.read("Unique index or primary key violation: \"PUBLIC.X INDEX PUBLIC.Y ON"
                                + " PUBLIC.USERS(NAME_LOWER NULLS FIRST, TENANT NULLS FIRST) VALUES ( /* 1 */ 'a' )\";"
                                + " SQL statement: insert into users")
                        .columns())
                .containsExactly("name", "tenant");
    }

    @Test
    void readsReferences() {
        assertThat(ConstraintMessage.read("ERROR: insert or update on table \"lines\" violates foreign key constraint"
                        + " \"lines_user_id_fkey\"\n  Detail: Key (user_id)=(9) is not present in table \"users\"."))
                .isEqualTo(new SqlFailures.Constraint("lines_user_id_fkey", List.of("user_id"), "lines", "users"));
        assertThat(ConstraintMessage.read("ERROR: update or delete on table \"users\" violates foreign key constraint"
                                + " \"lines_user_id_fkey\" on table \"lines\"\n  Detail: Key (id)=(1) is still"
                                + " referenced from table \"lines\".")
                        .table())
                .isEqualTo("lines");
        assertThat(ConstraintMessage.read("Referential integrity constraint violation: \"CONSTRAINT_4: PUBLIC.LINES"
                        + " FOREIGN KEY(USER_ID) REFERENCES PUBLIC.USERS(ID) (9)\"; SQL statement: insert"))
                .isEqualTo(new SqlFailures.Constraint("constraint_4", List.of("user_id"), "lines", "users"));
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(ConstraintMessage.read("")).isEqualTo(new SqlFailures.Constraint("", List.of(), null, null));
    }

    @Test
    void writesSnakeCase() {
        assertThat(List.of("maxMessages", "SIPEndpoint", "User", "id", "v2Name"))
                .extracting(SqlTable::snakeCase)
                .containsExactly("max_messages", "sip_endpoint", "user", "id", "v2_name");
    }
}
