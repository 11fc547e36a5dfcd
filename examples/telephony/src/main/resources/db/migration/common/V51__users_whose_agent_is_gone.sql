create table users_whose_agent_is_gone (
    user_id integer constraint users_whose_agent_is_gone_pkey primary key
        constraint users_whose_agent_is_gone_user_id_fkey references users (id) on delete cascade,
    agent_id integer not null
);
