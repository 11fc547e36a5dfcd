-- Substring searches use trigrams where the extension may be had.
do $$
begin
    create extension if not exists pg_trgm;
    create index registrars_search_text on registrars using gin (search_text gin_trgm_ops);
    create index access_features_search_text on access_features using gin (search_text gin_trgm_ops);
    create index phone_numbers_search_text on phone_numbers using gin (search_text gin_trgm_ops);
    create index applications_search_text on applications using gin (search_text gin_trgm_ops);
    create index external_apps_search_text on external_apps using gin (search_text gin_trgm_ops);
    create index user_external_apps_search_text on user_external_apps using gin (search_text gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;
