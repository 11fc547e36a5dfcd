package dev.dovetail.examples.telephony.errors;

import dev.dovetail.examples.telephony.testing.HttpTest;
import org.junit.jupiter.api.Test;

/** A failure that was foretold beside a wrong field gave the answer its 500, while the text told of the field. */
class FaultsOfTheInputFirstTest extends HttpTest {
    @Test
    void toldWithTheirOwnStatus() {
        api.post("/applications", body("name", 1, "destination", "node"))
                .refused(400, "Input Error - name: ['Not a valid string.']");
        api.post("/applications", body("destination", "node")).refused(500, "Unexpected error: a node without options");
    }
}
