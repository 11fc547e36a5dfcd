package dev.dovetail.examples.telephony.callfiltermember;

import dev.dovetail.dao.Lookup;
import dev.dovetail.examples.telephony.callfilter.CallFilter;
import dev.dovetail.examples.telephony.featurecode.FeatureCode;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Linked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Shows the surrogates of call filters, in order, each with the number that switches him on and off. */
record ShownSurrogates(Representations all) implements Part<CallFilter> {
    private static final Set<String> FIELDS = Set.of("uuid", "firstname", "lastname", "links");

    private Representation<User> users() {
        return all.of(Users.USERS).only(FIELDS);
    }

    @Override
    public Schema schema() {
        return Schema.listOf(users().fields()
                .field("member_id", Schema.integer())
                .field("exten", Schema.string().orNull()));
    }

    @Override
    public Writer<CallFilter> prepare(List<CallFilter> page, Rendering rendering) {
        Lookup<Optional<String>> prefix = FeatureCode.prefix(rendering.lookups(), FeatureCode.BSFILTER);
        return Writer.of(rendering
                .lookups()
                .rights(CallFilterSurrogates.SURROGATE, CallFilterSurrogates.MEMBER, page)
                .with(prefix, (found, code) -> writer(found, code.orElse(null), rendering)));
    }

    private Writer<CallFilter> writer(
            Map<Integer, List<Linked<User, CallFilterSurrogates.Member>>> found,
            @Nullable String prefix,
            Rendering rendering) {
        Map<Integer, List<Linked<User, CallFilterSurrogates.Member>>> surrogates = new HashMap<>();
        found.forEach((filter, those) -> surrogates.put(
                filter,
                those.stream()
                        .filter(one -> Users.USERS.visible(rendering.call().scope(), one.value()))
                        .toList()));
        List<User> shown = surrogates.values().stream()
                .flatMap(List::stream)
                .map(Linked::value)
                .toList();
        if (shown.isEmpty()) {
            return (filter, out) -> out.writeStartArray().writeEndArray();
        }
        Representation.Extending<User> writer = users().prepareExtending(shown, rendering);
        return (filter, out) -> {
            out.writeStartArray();
            surrogates
                    .getOrDefault(filter.id(), List.of())
                    .forEach(one -> writer.write(one.value(), out, () -> writeNumber(one.attributes(), prefix, out)));
            out.writeEndArray();
        };
    }

    private static void writeNumber(CallFilterSurrogates.Member member, @Nullable String prefix, JsonGenerator out) {
        out.writeName("member_id");
        out.writeNumber(member.memberId());
        out.writeName("exten");
        if (prefix == null) {
            out.writeNull();
        } else {
            out.writeString(prefix + member.memberId());
        }
    }
}
