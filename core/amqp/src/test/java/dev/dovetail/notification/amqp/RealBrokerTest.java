package dev.dovetail.notification.amqp;

import dev.dovetail.notification.broker.TestBroker;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = TestBroker.AMQP,
        matches = ".+",
        disabledReason = "SKIPPED: needs a real broker, named by DOVETAIL_TEST_AMQP")
class RealBrokerTest extends AmqpContract {
    @Override
    String uri() {
        return TestBroker.real().orElseThrow();
    }
}
