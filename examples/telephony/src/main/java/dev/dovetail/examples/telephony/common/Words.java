package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.json.Naming;
import dev.dovetail.resource.Resource;

/** Makes the words that events, errors and seeds call resources by. */
public final class Words {
    private Words() {}

    /** Returns the word for one object of a resource: {@code call_permission}. */
    public static String of(Resource<?, ?> resource) {
        String name = resource.name();
        return Naming.SNAKE_CASE.json(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }
}
