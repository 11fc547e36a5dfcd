/** The codec of events and files: JSON, by Jackson. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.jackson {
    requires transitive dev.dovetail.core;
    requires tools.jackson.databind;

    exports dev.dovetail.json;
}
