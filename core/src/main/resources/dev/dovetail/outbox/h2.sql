create table if not exists dovetail_outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  unit_id uuid not null,
  kind varchar(8) not null,
  name varchar not null,
  subject varchar not null,
  headers varchar,
  data varchar,
  recorded_at timestamp with time zone not null,
  actor varchar,
  trace_id varchar,
  attempts integer not null,
  next_attempt_at timestamp with time zone,
  last_error varchar
);
