alter table deal add column properties jsonb not null default '{}';
create index deal_properties on deal using gin (properties jsonb_path_ops);
