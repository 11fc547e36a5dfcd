package dev.dovetail.examples.telephony;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * Logs one line per event, whatever is in it, to standard error, since standard output is nobody's log. In Java,
 * because reading a file takes a twentieth of the start. Who sets {@code logback.configurationFile} or puts a {@code
 * logback.xml} on the class path gets that instead.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{0}: "
            + "%replace(%msg){'[\\r\\n]+', ' '}"
            + "%replace(%replace(%ex){'[\\r\\n]+\\s*', ' | '}){'^(?=.)', ' | '}%nopex%n";

    /** Those of whom only warnings are of interest. */
    private static final List<String> QUIET = List.of(
            "dev.dovetail.http.jetty.HttpServer",
            "org.eclipse.jetty",
            "org.flywaydb",
            "com.zaxxer.hikari",
            "org.hibernate.validator");

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        DefaultJoranConfigurator files = new DefaultJoranConfigurator();
        files.setContext(loggers);
        if (files.configure(loggers) == ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY) {
            return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
        }
        QUIET.forEach(name -> loggers.getLogger(name).setLevel(Level.WARN));
        Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(standardError(loggers));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext loggers) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(loggers);
        encoder.setPattern(LINE);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(loggers);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
