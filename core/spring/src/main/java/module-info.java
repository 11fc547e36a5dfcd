/** Spring's transactions, joined by units of work. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.spring {
    requires transitive dev.dovetail.mybatis;
    requires spring.jdbc;
    requires spring.tx;

    exports dev.dovetail.dao.mybatis.spring;
}
