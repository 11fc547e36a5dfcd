package dev.dovetail.examples.telephony.moh;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.common.TextUuids;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Description;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Schema;
import dev.dovetail.plugin.Services;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Serves the files of classes as they are. */
final class MohFileRoutes {
    private static final KeyFormat<String> FILENAME =
            new KeyFormat<>(Pattern.compile("[^./][^/]{0,193}"), name -> name);

    private final Routes routes;
    private final Services services;
    private final MohFiles files;

    MohFileRoutes(Routes routes) {
        this.routes = routes;
        this.services = routes.services();
        this.files = new MohFiles(services);
    }

    void add() {
        add("GET", this::get);
        add("PUT", this::put);
        add("DELETE", this::delete);
    }

    private void add(String method, Endpoint endpoint) {
        routes.add(Route.of(method, "/moh/{}/files/{}", List.of(TextUuids.ANY, FILENAME), endpoint)
                .described(() -> describe(method)));
    }

    private static Description describe(String method) {
        Description.Content file = new Description.Content(Description.BYTES, Schema.any(), true);
        return switch (method) {
            case "GET" ->
                Description.of("getMohFile", "Shows a file as it is.")
                        .answering(200, new Description.Answer("The file.", file, Map.of()))
                        .failing(ErrorKind.NOT_FOUND);
            case "PUT" ->
                Description.of("putMohFile", "Stores a file as it is.")
                        .taking(file)
                        .answering(204)
                        .failing(ErrorKind.NOT_FOUND, ErrorKind.INVALID_INPUT);
            default ->
                Description.of("deleteMohFile", "Deletes a file.")
                        .answering(204)
                        .failing(ErrorKind.NOT_FOUND);
        };
    }

    private Moh moh(CallContext call, Exchange exchange) {
        return routes.locator(Mohs.MOHS).get(call, exchange.pathValue(0));
    }

    private MohFile file(Moh moh, Exchange exchange) {
        String name = exchange.pathValue(1);
        return files.find(moh, name)
                .orElseThrow(() -> new DovetailException(
                        Errors.notFound("MOH file", Details.of("uuid", moh.uuid(), "filename", name))));
    }

    private Response get(Exchange exchange) {
        MohFile file = file(moh(exchange.call(), exchange), exchange);
        return Response.of(200, "application/octet-stream", files.read(file))
                .with("Content-Disposition", "attachment; filename=" + file.name());
    }

    private Response put(Exchange exchange) {
        byte[] bytes = exchange.request().body();
        return writing(exchange, moh -> {
            if (moh.mode() == Moh.Mode.FILES) {
                WavFile.check(bytes);
            }
            files.write(moh, exchange.pathValue(1), bytes);
        });
    }

    private Response delete(Exchange exchange) {
        return writing(exchange, moh -> files.delete(file(moh, exchange)));
    }

    private Response writing(Exchange exchange, Consumer<Moh> change) {
        CallContext call = exchange.call();
        return services.unitOfWork().call(call, unit -> {
            Moh moh = moh(call, exchange);
            services.dao(Mohs.MOHS)
                    .lock(moh.uuid()); // of two writers of one file the second finds what the first has left
            change.accept(moh);
            unit.about("MOH/" + moh.uuid(), announcements -> announcements.command(Sysconfd.reload("moh reload")));
            return Response.of(204);
        });
    }
}
