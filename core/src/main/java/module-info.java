/** The core of Dovetail: typed services over pluggable DAOs, validation, notification, units of work. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.core {
    requires transitive org.jspecify;
    requires com.google.common;
    requires org.pcollections;
    requires org.slf4j;
    requires static jakarta.validation;

    exports dev.dovetail;
    exports dev.dovetail.context;
    exports dev.dovetail.dao;
    exports dev.dovetail.dao.memory;
    exports dev.dovetail.error;
    exports dev.dovetail.idempotency;
    exports dev.dovetail.notification;
    exports dev.dovetail.notification.outbox;
    exports dev.dovetail.notification.process;
    exports dev.dovetail.operation;
    exports dev.dovetail.plugin;
    exports dev.dovetail.query;
    exports dev.dovetail.resource;
    exports dev.dovetail.stream;
    exports dev.dovetail.transaction;
    exports dev.dovetail.validation;
    exports dev.dovetail.value;
}
