-- Substring searches use trigrams where the extension may be had.
do $$
begin
    create extension if not exists pg_trgm;
    create index callpermissions_search_text on callpermissions using gin (search_text gin_trgm_ops);
    create index skills_search_text on skills using gin (search_text gin_trgm_ops);
    create index skillrules_search_text on skillrules using gin (search_text gin_trgm_ops);
    create index agents_search_text on agents using gin (search_text gin_trgm_ops);
    create index pagings_search_text on pagings using gin (search_text gin_trgm_ops);
    create index callpickups_search_text on callpickups using gin (search_text gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;
