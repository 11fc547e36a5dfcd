alter table queues add column wait_time_destination varchar;
alter table queues add column wait_ratio_destination varchar;
alter table queues add column targets varchar default ' ' not null;
