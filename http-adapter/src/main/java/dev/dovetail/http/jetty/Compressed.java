package dev.dovetail.http.jetty;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Compresses answers to those who take gzip.
 *
 * <p>A compressed answer has an entity tag of its own, RFC 9110 section 8.8.3.3: {@code "7--gzip"} for {@code "7"}.
 * Conditions may name either. Answers 304 tell the one of them that the caller has: Jetty, which knows no other, would
 * tell the whole of {@code If-None-Match} as the tag.
 */
final class Compressed extends CompressionHandler {
    private static final String TAG = Compressed.class.getName() + ".tag";
    private static final List<String> TYPES =
            List.of("application/json", "application/problem+json", "application/yaml", "text/html");

    private final GzipCompression gzip;

    private Compressed(Handler inner, GzipCompression gzip) {
        super(new Tags(inner));
        this.gzip = gzip;
    }

    /** Returns a handler that compresses answers of at least so many bytes. */
    static Handler over(Handler inner, int least) {
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(least);
        CompressionConfig.Builder config =
                CompressionConfig.builder().compressIncludeMethod("GET").compressIncludeMethod("HEAD");
        TYPES.forEach(config::compressIncludeMimeType);
        Compressed handler = new Compressed(inner, gzip);
        handler.putCompression(gzip);
        handler.putConfiguration("/", config.build());
        return handler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Truthful(request, response), callback);
    }

    /** Takes down the entity tag that the answer is given. */
    private static final class Tags extends Handler.Wrapper {
        Tags(Handler inner) {
            super(inner);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            return super.handle(
                    request,
                    new Response.Wrapper(request, response) {
                        @Override
                        public HttpFields.Mutable getHeaders() {
                            return new Noting(getRequest(), super.getHeaders());
                        }
                    },
                    callback);
        }
    }

    private static final class Noting extends HttpFields.Mutable.Wrapper {
        private final Request request;

        Noting(Request request, HttpFields.Mutable headers) {
            super(headers);
            this.request = request;
        }

        @Override
        public HttpField onAddField(HttpField field) {
            if (field.getHeader() == HttpHeader.ETAG) {
                request.setAttribute(TAG, field.getValue());
            }
            return super.onAddField(field);
        }
    }

    private final class Truthful extends Response.Wrapper {
        Truthful(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (getStatus() == 304 && getRequest().getAttribute(TAG) instanceof String tag) {
                String coded = gzip.etag(tag);
                boolean has = getRequest().getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                        .anyMatch(given -> given.contains(coded));
                getHeaders().put(HttpHeader.ETAG, has ? coded : tag);
            }
            super.write(last, content, callback);
        }
    }
}
