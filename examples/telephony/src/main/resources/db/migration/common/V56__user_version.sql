alter table users add column version integer default 1 not null;
