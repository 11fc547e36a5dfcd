package dev.dovetail.http.jetty;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses bodies in a content coding, such as gzip, with 415 (RFC 9110, section 8.4): none is decoded, so that what is
 * read is never larger than what was sent.
 */
final class UncodedBodies extends Handler.Wrapper {
    /** The only coding taken, which is none. */
    static final String IDENTITY = "identity";

    UncodedBodies(Handler inner) {
        super(inner);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields headers = request.getHeaders();
        List<String> codings = headers.getCSV(HttpHeader.CONTENT_ENCODING, false);
        boolean coded = codings.stream().anyMatch(coding -> !coding.equalsIgnoreCase(IDENTITY));
        if (coded && request.getLength() != 0) {
            Response.writeError(request, response, callback, 415);
            return true;
        }
        return super.handle(request, response, callback);
    }
}
