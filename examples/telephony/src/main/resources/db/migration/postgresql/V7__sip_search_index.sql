-- As the search indexes of the foundation.
do $$
begin
    create extension if not exists pg_trgm;
    create index endpoints_sip_search_text on endpoints_sip using gin (search_text gin_trgm_ops);
    create index endpoints_sip_templates_search_text on endpoints_sip_templates using gin (search_text gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;
