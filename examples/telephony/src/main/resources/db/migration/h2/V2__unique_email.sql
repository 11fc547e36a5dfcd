-- Two users may not have the same e-mail address, whatever its case. H2 has no index on an expression.
alter table users add column email_lower varchar generated always as (lower(email));
alter table users add constraint users_email_key unique (email_lower);
