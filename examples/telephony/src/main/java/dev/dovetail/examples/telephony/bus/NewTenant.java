package dev.dovetail.examples.telephony.bus;

import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.sipendpoint.SipTemplates;
import dev.dovetail.examples.telephony.tenant.Tenant;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import java.util.UUID;

/** Gives a tenant its slug and, once, the templates that its SIP endpoints may include. */
record NewTenant(Services services) {

    static NewTenant in(Services services) {
        return new NewTenant(services);
    }

    /** Needs a unit of work. */
    void added(UUID uuid, String slug) {
        Dao<Tenant, UUID> tenants = services.dao(Tenants.TENANTS);
        Tenants.seen(services, uuid);
        Tenant before = tenants.lock(uuid).orElseThrow();
        Edit<Tenant> edit = Edit.of(Tenants.TENANTS);
        if (!slug.isEmpty()) {
            edit = edit.set(Tenants.TENANTS.column(Tenant::slug), slug);
        }
        if (!before.sipTemplatesGenerated() && services.loaded("endpoints_sip_templates")) {
            edit = templates(uuid, edit);
        }
        tenants.update(before, edit.applyTo(before));
    }

    private Edit<Tenant> templates(UUID tenant, Edit<Tenant> edit) {
        UUID global = SipTemplates.generate(services, tenant, "global");
        UUID webrtc = SipTemplates.generate(services, tenant, "webrtc", global);
        UUID meetingGuest = SipTemplates.generate(services, tenant, "meeting_guest", webrtc);
        UUID registrationTrunk = SipTemplates.generate(services, tenant, "registration_trunk", global);
        SipTemplates.generate(services, tenant, "twilio_trunk", registrationTrunk);
        return edit.set(Tenants.TENANTS.column(Tenant::globalSipTemplateUuid), global)
                .set(Tenants.TENANTS.column(Tenant::webrtcSipTemplateUuid), webrtc)
                .set(Tenants.TENANTS.column(Tenant::meetingGuestSipTemplateUuid), meetingGuest)
                .set(Tenants.TENANTS.column(Tenant::registrationTrunkSipTemplateUuid), registrationTrunk)
                .set(Tenants.TENANTS.column(Tenant::sipTemplatesGenerated), true);
    }
}
