/** Streams events, posts them to webhooks, and sends commands to daemons. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.http.events {
    requires transitive dev.dovetail.http;
    requires dev.dovetail.jackson;
    requires com.google.common;
    requires java.net.http;
    requires org.slf4j;

    exports dev.dovetail.http.command;
    exports dev.dovetail.http.event;
    exports dev.dovetail.http.webhook;
}
