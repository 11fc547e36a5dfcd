package dev.dovetail.examples.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LoggingTest {
    /** As {@code logback-test.xml} is here. */
    @Test
    void leavesItToFileOnClassPath() {
        LoggerContext loggers = new LoggerContext();
        Logging logging = new Logging();
        logging.setContext(loggers);

        assertThat(logging.configure(loggers)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        assertThat(loggers.getLogger(Logger.ROOT_LOGGER_NAME).getLevel()).isEqualTo(Level.WARN);
    }
}
