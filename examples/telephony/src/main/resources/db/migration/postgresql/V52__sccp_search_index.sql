-- Substring searches use trigrams where the extension may be had.
do $$
begin
    create extension if not exists pg_trgm;
    create index endpoints_sccp_search_text on endpoints_sccp using gin (search_text gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;
