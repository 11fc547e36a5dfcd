-- Substring searches use trigrams where the extension may be had.
do $$
begin
    create extension if not exists pg_trgm;
    create index trunks_search_text on trunks using gin (search_text gin_trgm_ops);
    create index endpoints_iax_search_text on endpoints_iax using gin (search_text gin_trgm_ops);
    create index registers_iax_search_text on registers_iax using gin (search_text gin_trgm_ops);
    create index outcalls_search_text on outcalls using gin (search_text gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;
