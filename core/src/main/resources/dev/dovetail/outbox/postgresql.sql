create table if not exists dovetail_outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  subject text not null,
  headers text,
  data text,
  recorded_at timestamp with time zone not null,
  actor text,
  trace_id text,
  attempts integer not null,
  next_attempt_at timestamp with time zone,
  last_error text
);
