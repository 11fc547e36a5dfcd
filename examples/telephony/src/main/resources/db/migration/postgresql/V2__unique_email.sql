-- Two users may not have the same e-mail address, whatever its case.
create unique index users_email_key on users (lower(email));
