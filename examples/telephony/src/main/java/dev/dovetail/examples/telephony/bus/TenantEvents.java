package dev.dovetail.examples.telephony.bus;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.examples.telephony.tenantremoval.TenantRemoval;
import dev.dovetail.notification.amqp.AmqpConsumer;
import dev.dovetail.plugin.PluginRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does what follows from tenants that the authentication service has added and deleted; twice is as good as once. */
public final class TenantEvents implements AmqpConsumer.Handler {
    static final String ADDED = "auth_tenant_added";
    static final String DELETED = "auth_tenant_deleted";
    static final List<String> NAMES = List.of(ADDED, DELETED);

    private static final Logger LOG = LoggerFactory.getLogger(TenantEvents.class);

    private final PluginRegistry registry;
    private final TenantRemoval removal;

    private TenantEvents(PluginRegistry registry) {
        this.registry = registry;
        this.removal = TenantRemoval.of(registry);
    }

    /** Returns the handler that changes what the plugins of a registry hold. */
    public static TenantEvents of(PluginRegistry registry) {
        return new TenantEvents(registry);
    }

    @Override
    public void handle(Map<String, Object> headers, byte[] body) {
        String name = String.valueOf(headers.get("name"));
        JsonNode data = data(body);
        UUID uuid = data == null ? null : uuid(data.path("uuid").asString(""));
        if (data == null || uuid == null) {
            LOG.error("An event {} that is not understood is passed over", name);
            return;
        }
        String slug = data.path("slug").asString("");
        CallContext call = CallContext.of(Scope.all()).by(name);
        if (name.equals(ADDED)) {
            registry.unitOfWork().run(call, () -> NewTenant.in(registry).added(uuid, slug));
            LOG.info("Tenant {} was added", uuid);
        } else if (name.equals(DELETED)) {
            removal.remove(call, uuid);
            LOG.info("Tenant {} was deleted, with everything in it", uuid);
        }
    }

    private static @Nullable JsonNode data(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body).path("data");
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
