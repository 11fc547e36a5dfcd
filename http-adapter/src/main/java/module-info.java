/** The HTTP adapter of Dovetail: maps services to List, Item and association resources. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.http {
    requires transitive dev.dovetail.core;
    requires dev.dovetail.jackson;
    requires transitive tools.jackson.databind;
    requires com.google.common;
    requires org.slf4j;
    requires java.net.http;
    requires static jakarta.servlet;
    requires static jakarta.validation;
    requires static org.eclipse.jetty.server;
    requires static org.eclipse.jetty.compression.server;
    requires static org.eclipse.jetty.compression.gzip;
    requires static com.nimbusds.jose.jwt;
    requires static micrometer.core;
    requires static tools.jackson.dataformat.yaml;

    exports dev.dovetail.http;
    exports dev.dovetail.http.access;
    exports dev.dovetail.http.access.oauth;
    exports dev.dovetail.http.command;
    exports dev.dovetail.http.error;
    exports dev.dovetail.http.exchange;
    exports dev.dovetail.http.jetty;
    exports dev.dovetail.http.json;
    exports dev.dovetail.http.management;
    exports dev.dovetail.http.observation;
    exports dev.dovetail.http.openapi;
    exports dev.dovetail.http.servlet;
    exports dev.dovetail.http.style;
    exports dev.dovetail.http.webhook;
}
