package dev.dovetail.examples.telephony.phonenumber;

import static dev.dovetail.examples.telephony.phonenumber.PhoneNumbers.PHONE_NUMBERS;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.ShownInEvents;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.Description;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.InputValidator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows and changes which number is the main one of the tenant that a caller works in. */
record MainNumber(Routes routes, Representation<MainNumber.Choice> body) {
    private static final String PATH = PhoneNumbers.PATH + "/main";
    private static final Resource<Choice, UUID> CHOICE =
            Resource.of(Choice.class, Choice::phoneNumberUuid).build();

    /** What a body says. */
    record Choice(UUID phoneNumberUuid) {}

    private record Data(@Nullable UUID currentMainUuid, UUID newMainUuid) {}

    static MainNumber over(Routes routes) {
        return new MainNumber(
                routes,
                Representation.of(CHOICE)
                        .naming(Naming.SNAKE_CASE)
                        .types(routes.types())
                        .build(InputValidator.of(CHOICE)));
    }

    void add(ShownInEvents<PhoneNumber> shown) {
        routes.add(Route.of("GET", PATH, List.of(), this::get)
                .described(() -> Description.of("getMainPhoneNumber", "Shows the main number of the tenant.")
                        .answering(
                                200, routes.representations().of(PHONE_NUMBERS).schema())
                        .failing(ErrorKind.NOT_FOUND)));
        routes.add(Route.of("PUT", PATH, List.of(), shown.during(this::put))
                .described(() -> Description.of("editMainPhoneNumber", "Chooses the main number of the tenant.")
                        .taking(body.creationSchema())
                        .answering(204)
                        .failing(ErrorKind.NOT_FOUND, ErrorKind.INVALID_INPUT)));
    }

    private Response get(Exchange exchange) {
        PhoneNumber main = main(exchange.call()).orElseThrow(() -> notFound("main", true));
        Representation<PhoneNumber> shown = routes.representations().of(PHONE_NUMBERS);
        return Response.json(200, routes.bodies().json().write(out -> shown.write(main, exchange.rendering(), out)));
    }

    private static DovetailException notFound(String detail, Object value) {
        return Errors.notFound(PHONE_NUMBERS.name(), Details.of(detail, value)).toException();
    }

    private Services services() {
        return routes.services();
    }

    private Optional<PhoneNumber> main(CallContext call) {
        return services()
                .of(PHONE_NUMBERS)
                .findBy(call.in(call.scope().narrow()), Criterion.equal(PhoneNumbers.MAIN, true));
    }

    private Response put(Exchange exchange) {
        UUID wanted = body.readChild(routes.bodies().read(exchange.request()))
                .toCreate()
                .phoneNumberUuid();
        services().unitOfWork().run(exchange.call(), () -> choose(exchange.call(), wanted));
        return Response.of(204).with("Location", exchange.rootUrl() + PhoneNumbers.PATH + "/" + wanted);
    }

    private void choose(CallContext call, UUID wanted) {
        UUID tenant = services()
                .of(PHONE_NUMBERS)
                .find(call.in(call.scope().narrow()), wanted)
                .orElseThrow(() -> notFound("uuid", wanted.toString()))
                .tenantUuid();
        services().dao(Tenants.TENANTS).lock(tenant); // of several choices at once one comes after the other
        Optional<PhoneNumber> old = main(call);
        old.ifPresent(number -> edit(call, number.uuid(), false));
        edit(call, wanted, true);
        Data data = new Data(old.map(PhoneNumber::uuid).orElse(null), wanted);
        services().unitOfWork().call(call, unit -> {
            unit.about(
                    PHONE_NUMBERS.name() + "/" + wanted,
                    announcements -> announcements.announce(
                            BusScope.tenant(tenant, new Event("phone_number_main_updated", data, Map.of()))));
            return Boolean.TRUE;
        });
    }

    private void edit(CallContext call, UUID number, boolean main) {
        services()
                .of(PHONE_NUMBERS)
                .edit(
                        call,
                        number,
                        Edit.of(PHONE_NUMBERS).set(PhoneNumbers.MAIN, main).set(PhoneNumbers.SHARED, true));
    }
}
