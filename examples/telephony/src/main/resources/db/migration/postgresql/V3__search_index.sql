-- Substring searches use trigrams where the extension may be had; without it they read all rows of the tenants.
do $$
begin
    create extension if not exists pg_trgm;
    create index contexts_search_text on contexts using gin (search_text gin_trgm_ops);
    create index users_search_text on users using gin (search_text gin_trgm_ops);
    create index voicemails_search_text on voicemails using gin (search_text gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;
