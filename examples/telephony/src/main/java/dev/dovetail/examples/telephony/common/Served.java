package dev.dovetail.examples.telephony.common;

import dev.dovetail.resource.Resource;

/** Says where a resource is served; looked up by {@link dev.dovetail.plugin.Services#plugins(Class)}. */
public interface Served {

    /** Returns the resource. */
    Resource<?, ?> resource();

    /** Returns the path of the collection. */
    String path();

    /** Returns how many objects a fresh installation has; a seed that has the collection replaces them. */
    int installed();
}
