package dev.dovetail.http.jetty;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes what declared proxies say of the requests that they forward, and nobody else.
 *
 * <p>Each proxy of a chain adds its element at the right of a list. So elements are believed from the right: that of
 * the peer if it is declared, and that before it if the address told by it is declared as well. The last one believed
 * tells what the client asked for; whatever is left of it the client may have made up. Jetty then reads that element
 * alone.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final List<String> ADDRESSED =
            List.of(FORWARDED_FOR, "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");
    private static final List<String> PREFIXED = List.of("X-Forwarded-Prefix", "X-Script-Name");

    private static final String PAIR = "[-!#$%&'*+.^_`|~0-9A-Za-z]+=(?:[^\",;\\s]+|\"(?:[^\"\\\\]|\\\\.)*\")";
    /**
     * A forwarded-element, RFC 7239 section 4. Who leaves a quote open would take the next proxy's element for its own.
     */
    private static final Pattern ELEMENT =
            Pattern.compile("[,\\s]*(" + PAIR + "(?:\\s*;\\s*" + PAIR + ")*)[\\s;]*(?=,|$)");

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=(?:\"([^\"]*)\"|([^\";]*))");

    private final InetAddressSet networks = new InetAddressSet();
    private final ForwardedRequestCustomizer reader = new ForwardedRequestCustomizer() {
        /** Passes over what is malformed: the client may have written it, which is no fault of the request's. */
        @Override
        protected void onError(HttpField field, Throwable failure) {
            LOG.debug("{} is malformed", field.getName(), failure);
        }
    };

    /**
     * Declares proxies.
     *
     * @throws IllegalArgumentException if a text is neither an address nor a network
     */
    TrustedProxies(List<String> networks) {
        networks.forEach(this::add);
        // Headers that nothing here speaks of are nobody's to believe.
        reader.setForwardedServerHeader(null);
        reader.setForwardedHttpsHeader(null);
        reader.setForwardedCipherSuiteHeader(null);
        reader.setForwardedSslSessionIdHeader(null);
    }

    /** Jetty would look up a name and take a range of other forms; both are refused before. */
    private void add(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean sized = slash < 0 || text.substring(slash + 1).matches("\\d{1,3}");
        if (InetAddresses.isInetAddress(address) && sized) {
            try {
                networks.add(text);
                return;
            } catch (IllegalArgumentException e) {
                throw refused(text, e);
            }
        }
        throw refused(text, null);
    }

    private static IllegalArgumentException refused(String text, @Nullable IllegalArgumentException cause) {
        return new IllegalArgumentException(
                "trusted proxy: " + text + " (expected: an address such as 10.0.0.7 or ::1, or a network such as"
                        + " 10.0.0.0/8 or fd00::/8, all bits after the prefix 0)",
                cause);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        HttpFields given = request.getHeaders();
        HttpFields believed =
                isDeclared(request) ? believed(given) : without(given).asImmutable();
        Request told = new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return believed;
            }
        };
        return reader.customize(told, responseHeaders);
    }

    private boolean isDeclared(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && networks.test(peer.getAddress());
    }

    private boolean isDeclared(String node) {
        try {
            String host = HostAndPort.fromString(node).getHost();
            return InetAddresses.isInetAddress(host) && networks.test(InetAddresses.forString(host));
        } catch (IllegalArgumentException e) { // no address at all: "unknown", an obfuscated name
            return false;
        }
    }

    private static HttpFields.Mutable without(HttpFields given) {
        HttpFields.Mutable rest = HttpFields.build(given).remove(FORWARDED);
        ADDRESSED.forEach(rest::remove);
        PREFIXED.forEach(rest::remove);
        return rest;
    }

    /** Returns the header fields with no more than one element of each that forwards. */
    private HttpFields believed(HttpFields given) {
        HttpFields.Mutable believed = without(given);
        int hops;
        if (ADDRESSED.stream().anyMatch(given::contains)) {
            // Proxies that know these alone pass on a Forwarded of the client's own: it does not count beside them.
            hops = hops(values(given, FORWARDED_FOR));
            ADDRESSED.forEach(name -> choose(believed, name, values(given, name), hops));
        } else {
            List<String> elements = elements(given.getValuesList(FORWARDED));
            hops = hops(elements.stream().map(TrustedProxies::node).toList());
            choose(believed, FORWARDED, elements, hops);
        }
        PREFIXED.forEach(name -> choose(believed, name, values(given, name), hops));
        return believed.asImmutable();
    }

    private static List<String> values(HttpFields given, String name) {
        return given.getValuesList(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Returns the elements of all lines; none if a line is malformed, since then it cannot be told who wrote what. */
    private static List<String> elements(List<String> lines) {
        List<String> elements = new ArrayList<>();
        for (String line : lines) {
            Matcher next = ELEMENT.matcher(line);
            int end = 0;
            while (next.find() && next.start() == end) {
                elements.add(next.group(1));
                end = next.end();
            }
            if (!line.substring(end).isBlank()) {
                return List.of();
            }
        }
        return elements;
    }

    private static void choose(HttpFields.Mutable believed, String name, List<String> values, int hops) {
        if (!values.isEmpty()) {
            believed.add(name, values.get(Math.max(0, values.size() - hops)));
        }
    }

    /** Returns how many elements from the right are to be believed, at least 1. */
    private int hops(List<String> nodes) {
        int hops = 1;
        while (hops < nodes.size() && isDeclared(nodes.get(nodes.size() - hops))) {
            hops++;
        }
        return hops;
    }

    private static String node(String element) {
        Matcher node = FOR.matcher(element);
        return !node.find() ? "" : node.group(1) == null ? node.group(2) : node.group(1);
    }
}
