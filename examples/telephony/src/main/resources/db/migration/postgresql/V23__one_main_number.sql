create unique index phone_numbers_main_of_key on phone_numbers (tenant_uuid) where main;
