package dev.dovetail.examples.telephony.server;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.bus.Bus;
import dev.dovetail.examples.telephony.database.Database;
import dev.dovetail.examples.telephony.tenantremoval.TenantRemoval;
import dev.dovetail.plugin.PluginRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the tenants that the authentication service no longer lists, for whoever missed the events of their deletion.
 * It serves nothing, and may run beside servers on the same PostgreSQL.
 */
final class TenantCleanUp {
    private static final Logger LOG = LoggerFactory.getLogger(TenantCleanUp.class);

    private TenantCleanUp() {}

    static void run(Options options, Map<String, String> environment) {
        try (Authentication authentication = TelephonyServer.authentication(options, "");
                Database database = Database.open(options.databaseUrl(environment))) {
            Bus none = Bus.of(Optional.empty(), database.installation());
            try (PluginRegistry registry = TelephonyServer.registry(options, database, authentication, none)) {
                CallContext call = CallContext.of(Scope.all()).by("clean-up");
                List<UUID> gone = TenantRemoval.of(registry).removeUnlisted(call, authentication::allTenants);
                registry.deliver();
                LOG.info("Removed {} tenants with everything in them: {}", gone.size(), gone);
            }
        }
    }
}
