create table if not exists dovetail_stream_events (
  id uuid primary key,
  number bigint not null,
  name varchar not null,
  subject varchar not null,
  tenant varchar,
  data varchar,
  recorded_at timestamp with time zone not null,
  traceparent varchar,
  constraint dovetail_stream_events_number_key unique (number)
);
create table if not exists dovetail_stream_head (
  id varchar primary key,
  epoch varchar not null,
  last bigint not null
);
