/** Verifies tokens of an authorisation server. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.http.oauth {
    requires transitive dev.dovetail.http;
    requires com.google.common;
    requires com.nimbusds.jose.jwt;
    requires java.net.http;

    exports dev.dovetail.http.access.oauth;
}
