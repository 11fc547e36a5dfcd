alter table phone_numbers add column main_of uuid generated always as (case when main then tenant_uuid end);
alter table phone_numbers add constraint phone_numbers_main_of_key unique (main_of);
