create table if not exists dovetail_kept_calls (
  id varchar primary key,
  fingerprint varchar not null,
  expires_at timestamp with time zone not null,
  answer varchar
);
create index if not exists dovetail_kept_calls_expiry on dovetail_kept_calls (expires_at);
