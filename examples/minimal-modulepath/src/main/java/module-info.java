/** The quick start in memory as a module: one requirement, one package opened. */
module dev.dovetail.examples.quickstart {
    requires dev.dovetail.core;

    opens dev.dovetail.examples.quickstart to
            dev.dovetail.core;
}
