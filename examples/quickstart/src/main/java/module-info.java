/** The quick start as a module: all that an embedder in a named module has to require and to open. */
module dev.dovetail.examples.quickstart {
    requires dev.dovetail.core;
    requires dev.dovetail.http; // OverHttp
    requires org.eclipse.jetty.server; // OverHttp: optional in the adapter, so whoever wants it asks for it
    requires dev.dovetail.mybatis; // OnH2
    requires com.zaxxer.hikari; // OnH2

    // The core makes and reads the records, Jackson writes them into events.
    opens dev.dovetail.examples.quickstart to
            dev.dovetail.core,
            tools.jackson.databind;
}
