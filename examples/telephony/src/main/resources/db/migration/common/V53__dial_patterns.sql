-- The links of outgoing calls and extensions under the ids that errors tell of them.
create view outcall_dial_patterns as select id, extension_id from outcall_extension;
