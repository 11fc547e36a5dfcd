create table if not exists dovetail_outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  unit_id uuid not null,
  kind varchar(8) not null,
  name varchar not null,
  subject varchar not null,
  tenant varchar,
  target varchar not null,
  headers varchar,
  data varchar,
  recorded_at timestamp with time zone not null,
  actor varchar,
  trace_id varchar,
  attempts integer not null,
  next_attempt_at timestamp with time zone,
  last_error varchar,
  claimed_by varchar,
  claimed_until timestamp with time zone,
  parked_at timestamp with time zone
);
create index if not exists dovetail_outbox_target on dovetail_outbox (target, id);
create index if not exists dovetail_outbox_subject on dovetail_outbox (subject, id);
create index if not exists dovetail_outbox_unit on dovetail_outbox (unit_id, kind, attempts);
