/**
 * Message buses that speak AMQP 0-9-1, such as RabbitMQ: {@link dev.dovetail.notification.amqp.AmqpPublisher} delivers
 * what the outbox holds, {@link dev.dovetail.notification.amqp.AmqpConsumer} takes what others publish. Needs
 * {@code com.rabbitmq:amqp-client}.
 */
@NullMarked
package dev.dovetail.notification.amqp;

import org.jspecify.annotations.NullMarked;
