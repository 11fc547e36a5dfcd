-- Substring searches use trigrams where the extension may be had; so does the look for what leads to an object.
do $$
begin
    create extension if not exists pg_trgm;
    create index groups_search_text on groups using gin (search_text gin_trgm_ops);
    create index incalls_search_text on incalls using gin (search_text gin_trgm_ops);
    create index schedules_search_text on schedules using gin (search_text gin_trgm_ops);
    create index moh_search_text on moh using gin (search_text gin_trgm_ops);
    create index parkinglots_search_text on parkinglots using gin (search_text gin_trgm_ops);
    create index conferences_search_text on conferences using gin (search_text gin_trgm_ops);
    create index ivr_search_text on ivr using gin (search_text gin_trgm_ops);
    create index switchboards_search_text on switchboards using gin (search_text gin_trgm_ops);
    create index incalls_targets on incalls using gin (targets gin_trgm_ops);
    create index ivr_targets on ivr using gin (targets gin_trgm_ops);
    create index fallbacks_targets on fallbacks using gin (targets gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;
