/** The quick start as a module: what an embedder requires, and opens so that its records can be made and written. */
module dev.dovetail.examples.quickstart {
    requires com.zaxxer.hikari;
    requires dev.dovetail.core;
    requires dev.dovetail.http;

    opens dev.dovetail.examples.quickstart to
            dev.dovetail.core,
            tools.jackson.databind;
}
