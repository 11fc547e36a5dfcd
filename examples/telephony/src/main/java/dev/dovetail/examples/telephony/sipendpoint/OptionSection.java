package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.sip.KnownKeys;
import dev.dovetail.resource.Accessor;
import java.util.List;
import java.util.Locale;

/** Names the lists of options that an endpoint has, in the order in which they are checked. */
@SuppressWarnings("ImmutableEnumChecker") // accessors and keys are immutable, which their types cannot say
enum OptionSection {
    AOR(SipEndpoint::aorSectionOptions, Keys.AOR),
    AUTH(SipEndpoint::authSectionOptions, Keys.AUTH),
    ENDPOINT(SipEndpoint::endpointSectionOptions, Keys.ENDPOINT),
    IDENTIFY(SipEndpoint::identifySectionOptions, Keys.IDENTIFY),
    REGISTRATION(SipEndpoint::registrationSectionOptions, Keys.REGISTRATION),
    REGISTRATION_OUTBOUND_AUTH(SipEndpoint::registrationOutboundAuthSectionOptions, Keys.AUTH),
    OUTBOUND_AUTH(SipEndpoint::outboundAuthSectionOptions, Keys.AUTH);

    /** The documented keys; a few stand twice there, and so in answers. */
    private static final class Keys {
        static final KnownKeys AOR = KnownKeys.of("""
                contact default_expiration mailboxes voicemail_extension maximum_expiration max_contacts
                minimum_expiration remove_existing qualify_frequency qualify_timeout authenticate_qualify
                outbound_proxy support_path""").andCustom();
        static final KnownKeys AUTH = KnownKeys.of("""
                auth_type nonce_lifetime md5_cred password realm username""");
        static final KnownKeys ENDPOINT = KnownKeys.of("""
                100rel aggregate_mwi allow allow_overlap aors auth callerid callerid_privacy callerid_tag context
                direct_media_glare_mitigation direct_media_method trust_connected_line send_connected_line
                connected_line_method direct_media disable_direct_media_on_nat disallow dtmf_mode media_address
                bind_rtp_to_media_address force_rport ice_support identify_by redirect_method mailboxes
                mwi_subscribe_replaces_unsolicited voicemail_extension moh_suggest outbound_auth outbound_proxy
                rewrite_contact rtp_ipv6 rtp_symmetric send_diversion send_pai send_rpid rpid_immediate
                timers_min_se timers timers_sess_expires transport trust_id_inbound trust_id_outbound use_ptime
                use_avpf force_avp media_use_received_transport media_encryption media_encryption_optimistic
                g726_non_standard inband_progress call_group pickup_group named_call_group named_pickup_group
                device_state_busy_at t38_udptl t38_udptl_ec t38_udptl_maxdatagram fax_detect fax_detect_timeout
                t38_udptl_nat t38_udptl_ipv6 tone_zone language one_touch_recording record_on_feature
                record_off_feature rtp_engine allow_transfer user_eq_phone moh_passthrough sdp_owner sdp_session
                tos_audio tos_video cos_audio cos_video allow_subscribe sub_min_expiry from_user mwi_from_user
                from_domain dtls_verify dtls_rekey dtls_auto_generate_cert dtls_cert_file dtls_private_key
                dtls_cipher dtls_ca_file dtls_ca_path dtls_setup dtls_fingerprint srtp_tag_32 set_var
                message_context accountcode preferred_codec_only rtp_keepalive rtp_timeout rtp_timeout_hold acl deny
                permit contact_acl contact_deny contact_permit subscribe_context contact_user asymmetric_rtp_codec
                rtcp_mux refer_blind_progress notify_early_inuse_ringing max_audio_streams max_video_streams bundle
                webrtc incoming_mwi_mailbox follow_early_media_fork accept_multiple_sdp_answers
                suppress_q850_reason_headers ignore_183_without_sdp""").andCustom();
        static final KnownKeys IDENTIFY = KnownKeys.of("""
                match endpoint srv_lookups match_header""");
        static final KnownKeys REGISTRATION = KnownKeys.of("""
                auth_rejection_permanent client_uri contact_user contact_header_params expiration max_retries
                outbound_proxy retry_interval server_uri forbidden_retry_interval fatal_retry_interval line
                server_uri transport support_path support_outbound""");
    }

    private final Accessor<SipEndpoint, List<List<String>>> options;
    private final KnownKeys keys;

    OptionSection(Accessor<SipEndpoint, List<List<String>>> options, KnownKeys keys) {
        this.options = options;
        this.keys = keys;
    }

    Accessor<SipEndpoint, List<List<String>>> accessor() {
        return options;
    }

    List<List<String>> of(SipEndpoint endpoint) {
        return options.apply(endpoint);
    }

    /** Reports the first option whose key is not known in its section. */
    static void check(SipEndpoint endpoint, Violations violations) {
        for (OptionSection section : values()) {
            String field = section.name().toLowerCase(Locale.ROOT) + "_section_options";
            section.keys.check(field, section.of(endpoint), violations);
            violations.throwIfAny();
        }
    }
}
