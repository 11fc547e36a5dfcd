package dev.dovetail.examples.telephony.testing;

import static dev.dovetail.examples.telephony.testing.Json.body;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Makes trunks, outgoing calls and what belongs to them.
 *
 * @param api makes them
 */
public record Trunking(Client api) {

    /** Returns a new trunk with some fields. */
    public JsonNode trunk(Object... namesAndValues) {
        return api.post("/trunks", body(namesAndValues)).created();
    }

    /** Returns a new SIP endpoint that logs in by a name at a provider. */
    public JsonNode sip() {
        return api.post(
                        "/endpoints/sip",
                        body(
                                "label",
                                "Télé" + HttpTest.next(),
                                "auth_section_options",
                                List.of(List.of("username", "me"), List.of("password", "secret")),
                                "registration_section_options",
                                List.of(List.of("client_uri", "sip:me@provider"), List.of("expiration", "60"))))
                .created();
    }

    /** Returns a new custom endpoint. */
    public JsonNode custom() {
        return api.post("/endpoints/custom", body("interface", "dahdi/" + HttpTest.next()))
                .created();
    }

    /** Returns a new IAX endpoint. */
    public JsonNode iax() {
        return api.post("/endpoints/iax", body()).created();
    }

    /** Returns a new IAX register. */
    public JsonNode register() {
        return api.post("/registers/iax", body("remote_host", "host")).created();
    }

    /** Returns a new outgoing call. */
    public JsonNode outcall(Object... namesAndValues) {
        return api.post("/outcalls", Json.with(body("name", "out" + HttpTest.next()), namesAndValues))
                .created();
    }

    /** Returns an object as it is now. */
    public JsonNode now(String collection, JsonNode of) {
        return api.get(HttpTest.item(collection, of)).found();
    }

    /** Links two objects. */
    public void link(String lefts, JsonNode left, String rights, JsonNode right) {
        api.put(HttpTest.item(lefts, left) + HttpTest.item(rights, right)).done();
    }

    /** Returns a new trunk with this endpoint. */
    public JsonNode trunkWith(String kind, JsonNode endpoint) {
        JsonNode trunk = trunk();
        link("trunks", trunk, "endpoints/" + kind, endpoint);
        return now("trunks", trunk);
    }

    /** Returns some fields of an object. */
    public static JsonNode only(JsonNode of, String... names) {
        return ((tools.jackson.databind.node.ObjectNode) of.deepCopy()).retain(List.of(names));
    }
}
