package dev.dovetail.http;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.MalformedJsonException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Answers requests that ended in an exception, and logs those that are ours to mend. */
record FailureAnswers(ErrorRenderer errors) {
    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    /** Failures that are not the caller's; others are no business of the log, whatever their cause. */
    private static final Set<ErrorKind> OURS = Set.of(
            ErrorKind.STORE_UNAVAILABLE,
            ErrorKind.TIMED_OUT,
            ErrorKind.CONFLICT,
            ErrorKind.UNIT_FAILED,
            ErrorKind.STORE_FAILED);

    Response answer(RuntimeException failure, Request request) {
        if (failure instanceof AnsweredException answered) {
            return answered.answer();
        } else if (failure instanceof DovetailException known) {
            return known(known, request);
        } else if (failure instanceof MalformedJsonException malformed) {
            return errors.malformed(String.valueOf(malformed.getMessage()), request);
        } else if (failure instanceof RefusedException refused) {
            return refused.offering(errors.unsuitable(refused.status(), String.valueOf(refused.getMessage()), request));
        }
        LOG.error("{} {} failed", request.method(), request.path(), failure);
        return errors.unforeseen(failure, request);
    }

    private Response known(DovetailException failure, Request request) {
        boolean ours = OURS.contains(failure.kind());
        LOG.atLevel(ours ? Level.WARN : Level.DEBUG)
                .setCause(failure.getCause())
                .log("{} {}: {}", request.method(), request.path(), failure.getMessage());
        return errors.render(failure, request);
    }
}
