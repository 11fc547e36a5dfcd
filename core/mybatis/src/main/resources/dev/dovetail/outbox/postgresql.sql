create table if not exists dovetail_outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  subject text not null,
  tenant text,
  target text not null,
  headers text,
  data text,
  recorded_at timestamp with time zone not null,
  actor text,
  trace_id text,
  attempts integer not null,
  next_attempt_at timestamp with time zone,
  last_error text,
  claimed_by text,
  claimed_until timestamp with time zone,
  parked_at timestamp with time zone
) with (fillfactor = 60);
create index if not exists dovetail_outbox_target on dovetail_outbox (target, id);
create index if not exists dovetail_outbox_subject on dovetail_outbox (subject, id);
create index if not exists dovetail_outbox_commands on dovetail_outbox (unit_id) where kind = 'command';
