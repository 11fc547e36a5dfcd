package dev.dovetail.examples.telephony.sccpendpoint;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * An endpoint that a phone speaks SCCP with.
 *
 * @param name drawn, shown as that of its line
 * @param options pairs of key and value
 */
public record SccpEndpoint(int id, UUID tenantUuid, String name, List<@Size(min = 2, max = 2) List<String>> options) {}
