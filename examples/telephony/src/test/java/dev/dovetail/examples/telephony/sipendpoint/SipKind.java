package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.examples.telephony.testing.Json;
import tools.jackson.databind.JsonNode;

/** Names what most tests are run for. */
enum SipKind {
    ENDPOINT("/endpoints/sip", "SIPEndpoint"),
    TEMPLATE("/endpoints/sip/templates", "SIPEndpointTemplate");

    private final String list;
    private final String text;

    SipKind(String list, String text) {
        this.list = list;
        this.text = text;
    }

    /** Returns the path of all. */
    String list() {
        return list;
    }

    /** Returns what errors call one. */
    String text() {
        return text;
    }

    /** Returns the path of one. */
    String path(JsonNode of) {
        return list + "/" + Json.key(of);
    }

    /** Returns the text that says that one has this name. */
    String taken(String section) {
        return "Resource Error - " + text + " already exists ('name': '" + section + "')";
    }
}
