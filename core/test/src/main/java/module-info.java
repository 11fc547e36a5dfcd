/** Services in memory and a recorder for unit tests of applications; the contract suite for stores. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.test {
    requires transitive dev.dovetail.core;
    requires transitive org.junit.jupiter.api;
    requires org.junit.jupiter.params;
    requires org.assertj.core;
    requires transitive jakarta.validation;

    exports dev.dovetail.dao.contract;
    exports dev.dovetail.testing;

    // JUnit runs the contracts; services and stores read and make their records.
    opens dev.dovetail.dao.contract;
}
