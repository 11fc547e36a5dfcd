package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views of lists. */
class ViewTest extends DeskTest {
    @BeforeEach
    void haveDesks() {
        post("/desks", "{'name': 'a', 'lines': [{'name': 'l'}]}");
        post("/desks", "{'name': 'b'}");
    }

    @Test
    void showNothingButWhatIsChosen() {
        assertThat(shown("/desks?view=names", "")).isEqualTo("{'total':2,'items':[{'name':'a'},{'name':'b'}]}");
        assertThat(shown("/desks?view=forwarded&limit=1", ""))
                .isEqualTo("{'total':2,'items':[{'id':1,'busy':{'enabled':false,'destination':null}}]}");
    }

    @Test
    void areNotAskedForWhenEmptyOrAbsent() {
        assertThat(server.get("/desks?view=").json())
                .isEqualTo(server.get("/desks").json());
        assertThat(server.get("/desks?view=").json().at("/items/0").has("lines"))
                .isTrue();
    }

    @Test
    void areRefusedWhenUnknown() {
        Answer answer = server.get("/desks?view=Names");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly("/view query-view");
        assertThat(answer.json().at("/violations/0/message").asString()).contains("forwarded, names");
    }

    @Test
    void areUnknownToAResourceThatHasNone() {
        assertThat(server.get("/lines?view=names").violations()).containsExactly("/view unknown-parameter");
    }
}
