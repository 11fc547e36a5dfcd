/** The store in H2 and PostgreSQL, by MyBatis. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.mybatis {
    requires transitive dev.dovetail.core;
    requires transitive dev.dovetail.jackson;
    requires transitive java.sql;
    requires transitive org.mybatis;
    requires com.google.common;
    requires org.slf4j;
    requires static org.postgresql.jdbc; // absent on H2

    exports dev.dovetail.dao.mybatis;
}
