package dev.dovetail.examples.telephony.ivr;

import dev.dovetail.examples.telephony.destination.Destination;
import jakarta.validation.constraints.Pattern;

/** What a caller can dial, and where that leads. */
public record Choice(
        @Pattern(regexp = "_[*#0-9_XxZzNn\\[\\].!-]{1,39}|[*#0-9]{1,40}")
        String exten,

        Destination destination) {}
