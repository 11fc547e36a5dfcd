/** Documents an API in OpenAPI 3.1. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.http.openapi {
    requires transitive dev.dovetail.http;
    requires com.google.common;
    requires tools.jackson.dataformat.yaml;

    exports dev.dovetail.http.openapi;
}
