package dev.dovetail.examples.springboot;

import dev.dovetail.http.AnsweredRequest;
import dev.dovetail.http.RequestObserver;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Names routes in the metrics that Spring Boot makes of every request ({@code http.server.requests}), where all of
 * Dovetail's would be of the URI {@code UNKNOWN}.
 */
record RouteNames(String mount) implements RequestObserver {
    @Override
    public void answered(AnsweredRequest answered) {
        if (answered.route() != null
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            ServerHttpObservationFilter.findObservationContext(current.getRequest())
                    .ifPresent(context -> context.setPathPattern(mount + answered.route()));
        }
    }
}
