-- Each section of the telephony engine's SIP file has its name alone, whatever it is and whose.
create table sip_sections (
    name varchar constraint sip_sections_pkey primary key,
    kind varchar not null,
    owner uuid not null
);

create table sip_transports (
    uuid uuid constraint sip_transports_pkey primary key,
    name varchar not null,
    options varchar not null,
    search_text varchar,
    constraint sip_transports_name_key unique (name)
);
insert into sip_transports (uuid, name, options, search_text) values
    (${random_uuid}, 'transport-udp', '[["protocol","udp"],["bind","0.0.0.0:5060"]]', 'transport-udp'),
    (${random_uuid}, 'transport-wss', '[["protocol","wss"],["bind","0.0.0.0:5060"]]', 'transport-wss');
insert into sip_sections (name, kind, owner) select name, 'Transport', uuid from sip_transports;

create table endpoints_sip_templates (
    uuid uuid constraint endpoints_sip_templates_pkey primary key,
    tenant_uuid uuid not null,
    name varchar not null,
    label varchar,
    aor_section_options varchar not null,
    auth_section_options varchar not null,
    endpoint_section_options varchar not null,
    identify_section_options varchar not null,
    registration_section_options varchar not null,
    registration_outbound_auth_section_options varchar not null,
    outbound_auth_section_options varchar not null,
    templates varchar not null,
    transport varchar,
    asterisk_id varchar,
    search_text varchar,
    constraint endpoints_sip_templates_name_key unique (name)
);
create index endpoints_sip_templates_tenant_uuid on endpoints_sip_templates (tenant_uuid, label, uuid);
create index endpoints_sip_templates_transport on endpoints_sip_templates (transport);

create table endpoints_sip (
    uuid uuid constraint endpoints_sip_pkey primary key,
    tenant_uuid uuid not null,
    name varchar not null,
    label varchar,
    aor_section_options varchar not null,
    auth_section_options varchar not null,
    endpoint_section_options varchar not null,
    identify_section_options varchar not null,
    registration_section_options varchar not null,
    registration_outbound_auth_section_options varchar not null,
    outbound_auth_section_options varchar not null,
    templates varchar not null,
    transport varchar,
    asterisk_id varchar,
    search_text varchar,
    constraint endpoints_sip_name_key unique (name)
);
create index endpoints_sip_tenant_uuid on endpoints_sip (tenant_uuid, label, uuid);
create index endpoints_sip_transport on endpoints_sip (transport);
