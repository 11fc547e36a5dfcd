/** The store in files that people edit and keep in git. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.files {
    requires transitive dev.dovetail.core;
    requires transitive dev.dovetail.jackson;
    requires org.slf4j;

    exports dev.dovetail.dao.file;
}
