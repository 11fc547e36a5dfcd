/** Logs and counts requests; serves health, readiness and metrics. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.http.observability {
    requires transitive dev.dovetail.http;
    requires transitive micrometer.core;
    requires com.google.common;
    requires org.slf4j;

    exports dev.dovetail.http.management;
    exports dev.dovetail.http.observation;
}
