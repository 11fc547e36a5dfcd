package dev.dovetail.notification.amqp;

import dev.dovetail.notification.broker.TestBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class QpidTest extends AmqpContract {
    private static TestBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = TestBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    String uri() {
        return broker.uri();
    }
}
