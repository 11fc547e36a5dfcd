package dev.dovetail.benchmarks;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** The statements of voicemails, and of the links of users and lines, written by hand. */
interface VoicemailMapper {
    String VOICEMAIL = "select id, uuid, tenant_uuid, name, number, context, email, language, timezone, pager,"
            + " max_messages, attach_audio, delete_messages, ask_password, enabled from voicemail";
    String LINK = "user_id = #{user} and line_id = #{line}";

    // without these MyBatis reads the annotations of the constructor's parameters for each row, in some 200 µs
    @Results(id = "voicemail")
    @ConstructorArgs({
        @Arg(column = "id", javaType = int.class, id = true),
        @Arg(column = "uuid", javaType = UUID.class),
        @Arg(column = "tenant_uuid", javaType = UUID.class),
        @Arg(column = "name", javaType = String.class),
        @Arg(column = "number", javaType = String.class),
        @Arg(column = "context", javaType = String.class),
        @Arg(column = "email", javaType = String.class),
        @Arg(column = "language", javaType = String.class),
        @Arg(column = "timezone", javaType = String.class),
        @Arg(column = "pager", javaType = String.class),
        @Arg(column = "max_messages", javaType = Integer.class),
        @Arg(column = "attach_audio", javaType = Boolean.class),
        @Arg(column = "delete_messages", javaType = boolean.class),
        @Arg(column = "ask_password", javaType = boolean.class),
        @Arg(column = "enabled", javaType = boolean.class)
    })
    @Select(VOICEMAIL + " where id = #{id}")
    Voicemail get(int id);

    @ResultMap("voicemail")
    @Select(VOICEMAIL + " where id = #{id} for update")
    Voicemail lock(int id);

    @ResultMap("voicemail")
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

    @ConstructorArgs({
        @Arg(column = "id", javaType = int.class, id = true),
        @Arg(column = "firstname", javaType = String.class),
        @Arg(column = "lastname", javaType = String.class)
    })
    @Select("select id, firstname, lastname from users where id = #{id} for update")
    VoicemailApp.User lockUser(int id);

    @ConstructorArgs({
        @Arg(column = "id", javaType = int.class, id = true),
        @Arg(column = "name", javaType = String.class)
    })
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
