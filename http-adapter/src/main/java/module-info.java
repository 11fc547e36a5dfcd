/** The HTTP adapter of Dovetail: maps services to List, Item and association resources. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.http {
    requires transitive dev.dovetail.core;
    requires dev.dovetail.jackson;
    requires transitive tools.jackson.databind;
    requires com.google.common;
    requires org.slf4j;
    requires static jakarta.servlet;
    requires jakarta.validation;
    requires static org.eclipse.jetty.server;
    requires static org.eclipse.jetty.compression.server;
    requires static org.eclipse.jetty.compression.gzip;

    exports dev.dovetail.http;
    exports dev.dovetail.http.access;
    exports dev.dovetail.http.error;
    exports dev.dovetail.http.exchange;
    exports dev.dovetail.http.jetty;
    exports dev.dovetail.http.json;
    exports dev.dovetail.http.servlet;
}
