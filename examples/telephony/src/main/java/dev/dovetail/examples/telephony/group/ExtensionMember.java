package dev.dovetail.examples.telephony.group;

import dev.dovetail.http.json.MayBeAbsent;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * A number that is rung with a group; nothing needs to have it.
 *
 * @param priority its place in the list if none is given
 */
public record ExtensionMember(
        String exten,
        String context,
        @MayBeAbsent @Nullable @Min(0) Integer priority) {

    ExtensionMember at(int place) {
        return priority == null ? new ExtensionMember(exten, context, place) : this;
    }
}
