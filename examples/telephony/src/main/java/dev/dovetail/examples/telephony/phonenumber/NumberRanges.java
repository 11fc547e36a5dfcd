package dev.dovetail.examples.telephony.phonenumber;

import static dev.dovetail.examples.telephony.phonenumber.PhoneNumbers.PHONE_NUMBERS;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.Links;
import dev.dovetail.examples.telephony.common.Matches;
import dev.dovetail.examples.telephony.common.ShownInEvents;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.Description;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.InputValidator;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Creates all numbers from one to another that are not there yet. */
record NumberRanges(Routes routes, Representation<NumberRanges.Range> body) {
    private static final int MOST = 10_000;
    private static final Resource<Range, String> RANGE =
            Resource.of(Range.class, Range::startNumber).name("PhoneNumber").build();

    /** What a body says. */
    record Range(
            @Size(min = 1, max = 128) @Matches(regexp = PhoneNumber.DIGITS, text = PhoneNumber.NOT_DIGITS)
            String startNumber,

            @Size(min = 1, max = 128) @Matches(regexp = PhoneNumber.DIGITS, text = PhoneNumber.NOT_DIGITS)
            String endNumber) {

        /** Returns the numbers, of which the last is as it is written. */
        Set<String> numbers() {
            Violations violations = new Violations();
            BigInteger first = new BigInteger(startNumber);
            BigInteger size = new BigInteger(endNumber).subtract(first).add(BigInteger.ONE);
            if (startNumber.compareTo(endNumber) > 0) {
                violations.add(refusal("start phone number must precede end phone number"));
            } else if (size.signum() <= 0 || size.compareTo(BigInteger.valueOf(MOST)) > 0) {
                violations.add(refusal("range size must be between 1 and " + MOST));
            }
            violations.throwIfAny();
            Set<String> numbers = new LinkedHashSet<>();
            String plus = startNumber.startsWith("+") ? "+" : "";
            for (int i = 0; i < size.intValueExact() - 1; i++) {
                numbers.add(plus + first.add(BigInteger.valueOf(i)));
            }
            numbers.add(endNumber);
            return numbers;
        }

        private static Violation refusal(String text) {
            return TelephonyErrors.schema("PhoneNumber", Path.whole(), "range", text);
        }
    }

    static NumberRanges over(Routes routes) {
        return new NumberRanges(
                routes,
                Representation.of(RANGE)
                        .naming(Naming.SNAKE_CASE)
                        .types(routes.types())
                        .build(InputValidator.of(RANGE)));
    }

    void add(ShownInEvents<PhoneNumber> shown) {
        routes.add(Route.of("POST", PhoneNumbers.PATH + "/ranges", List.of(), shown.during(this::create))
                .access("phone-numbers.create")
                .described(() -> Description.of("createPhoneNumbers", "Creates all numbers of a range.")
                        .taking(body.creationSchema())
                        .creating(Schema.object()
                                .field("created", Schema.listOf(Schema.object().field("uuid", Schema.string("uuid"))))
                                .field("links", Links.SCHEMA)
                                .field("total", Schema.integer()))
                        .failing(ErrorKind.INVALID_INPUT)));
    }

    private record Made(List<PhoneNumber> created, List<PhoneNumber> present) {}

    private Response create(Exchange exchange) {
        Set<String> numbers = body.readChild(routes.bodies().read(exchange.request()))
                .toCreate()
                .numbers();
        CallContext call = exchange.call();
        Made made = routes.services().unitOfWork().call(call, unit -> create(call, numbers));
        List<PhoneNumber> all = new ArrayList<>(made.created());
        all.addAll(made.present());
        return Response.json(201, routes.bodies().json().write(out -> {
            out.writeStartObject();
            out.writeArrayPropertyStart("created");
            made.created().forEach(number -> {
                out.writeStartObject();
                out.writeStringProperty("uuid", number.uuid().toString());
                out.writeEndObject();
            });
            out.writeEndArray();
            out.writeArrayPropertyStart("links");
            all.forEach(number -> {
                out.writeStartObject();
                out.writeStringProperty("rel", "phone_numbers");
                out.writeStringProperty("href", exchange.rootUrl() + PhoneNumbers.PATH + "/" + number.uuid());
                out.writeEndObject();
            });
            out.writeEndArray();
            out.writeNumberProperty("total", all.size());
            out.writeEndObject();
        }));
    }

    private Made create(CallContext call, Set<String> numbers) {
        Services services = routes.services();
        UUID tenant = UUID.fromString(call.scope().home().orElseThrow().toString());
        Tenants.seen(services, tenant);
        services.dao(Tenants.TENANTS).lock(tenant); // of several ranges at once one comes after the other
        Map<String, PhoneNumber> present = services
                .dao(PHONE_NUMBERS)
                .search(Search.where(Criterion.equal(PhoneNumbers.TENANT, tenant)
                                .and(Criterion.in(PhoneNumbers.NUMBER, numbers)))
                        .unlimited())
                .items()
                .stream()
                .collect(Collectors.toMap(PhoneNumber::number, Function.identity()));
        List<PhoneNumber> wanted = new ArrayList<>();
        for (String number : numbers) {
            if (!present.containsKey(number)) {
                wanted.add(new PhoneNumber(services.ids().get(), tenant, number, null, false, false));
            }
        }
        List<PhoneNumber> kept =
                numbers.stream().filter(present::containsKey).map(present::get).toList();
        return new Made(services.of(PHONE_NUMBERS).createAll(call, wanted), kept);
    }
}
