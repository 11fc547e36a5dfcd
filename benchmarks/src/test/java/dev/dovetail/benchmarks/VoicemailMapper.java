package dev.dovetail.benchmarks;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** The statements of voicemails, and of the links of users and lines, written by hand. */
interface VoicemailMapper {
    String VOICEMAIL = "select id, uuid, tenant_uuid, name, number, context, email, language, timezone, pager,"
            + " max_messages, attach_audio, delete_messages, ask_password, enabled from voicemail";
    String LINK = "user_id = #{user} and line_id = #{line}";

    @Select(VOICEMAIL + " where id = #{id}")
    Voicemail get(int id);

    @Select(VOICEMAIL + " where id = #{id} for update")
    Voicemail lock(int id);

    @Select(VOICEMAIL + " where context = #{context} order by id limit #{limit}")
    List<Voicemail> search(@Param("context") String context, @Param("limit") long limit);

    @Insert("insert into voicemail (uuid, tenant_uuid, name, number, context, email, language, timezone, pager,"
            + " max_messages, attach_audio, delete_messages, ask_password, enabled) values (#{row.uuid},"
            + " #{row.tenantUuid}, #{row.name}, #{row.number}, #{row.context}, #{row.email,jdbcType=VARCHAR},"
            + " #{row.language,jdbcType=VARCHAR}, #{row.timezone,jdbcType=VARCHAR}, #{row.pager,jdbcType=VARCHAR},"
            + " #{row.maxMessages,jdbcType=INTEGER}, #{row.attachAudio,jdbcType=BOOLEAN}, #{row.deleteMessages},"
            + " #{row.askPassword}, #{row.enabled})")
    @Options(useGeneratedKeys = true, keyColumn = "id", keyProperty = "key.id")
    int create(@Param("row") Voicemail row, @Param("key") Key key);

    @Update("update voicemail set uuid = #{uuid}, tenant_uuid = #{tenantUuid}, name = #{name}, number = #{number},"
            + " context = #{context}, email = #{email,jdbcType=VARCHAR}, language = #{language,jdbcType=VARCHAR},"
            + " timezone = #{timezone,jdbcType=VARCHAR}, pager = #{pager,jdbcType=VARCHAR},"
            + " max_messages = #{maxMessages,jdbcType=INTEGER}, attach_audio = #{attachAudio,jdbcType=BOOLEAN},"
            + " delete_messages = #{deleteMessages}, ask_password = #{askPassword}, enabled = #{enabled}"
            + " where id = #{id}")
    int edit(Voicemail row);

    @Select("select id, firstname, lastname from users where id = #{id} for update")
    VoicemailApp.User lockUser(int id);

    @Select("select id, name from line where id = #{id} for update")
    VoicemailApp.Line lockLine(int id);

    @Insert("insert into user_line (user_id, line_id) select #{user}, #{line}"
            + " where not exists (select 1 from user_line where " + LINK + ")")
    int link(@Param("user") int user, @Param("line") int line);

    @Delete("delete from user_line where " + LINK)
    int unlink(@Param("user") int user, @Param("line") int line);

    /** Takes a generated key. */
    final class Key {
        int id;
    }

    /** Reads and binds UUIDs, for which MyBatis has no handler. */
    final class UuidHandler extends BaseTypeHandler<UUID> {
        @Override
        public void setNonNullParameter(PreparedStatement statement, int index, UUID value, JdbcType type)
                throws SQLException {
            statement.setObject(index, value);
        }

        @Override
        public UUID getNullableResult(ResultSet rows, String column) throws SQLException {
            return rows.getObject(column, UUID.class);
        }

        @Override
        public UUID getNullableResult(ResultSet rows, int index) throws SQLException {
            return rows.getObject(index, UUID.class);
        }

        @Override
        public UUID getNullableResult(CallableStatement statement, int index) throws SQLException {
            return statement.getObject(index, UUID.class);
        }
    }
}
