package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTableTest {
    @ParameterizedTest
    @CsvSource({
        "id, id",
        "maxMessages, max_messages",
        "User, user",
        "UserLine, user_line",
        "httpURL, http_url",
        "HTTPServerURL, http_server_url",
        "line2Number, line2_number",
        "aB, a_b",
        "already_split, already_split"
    })
    void namesColumnsByTheWordsOfComponents(String component, String column) {
        assertThat(SqlTable.snakeCase(component)).isEqualTo(column);
    }
}
