/** Publishes events to an AMQP broker and consumes those of others. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.amqp {
    requires transitive dev.dovetail.core;
    requires com.rabbitmq.client;
    requires org.slf4j;

    exports dev.dovetail.notification.amqp;
}
