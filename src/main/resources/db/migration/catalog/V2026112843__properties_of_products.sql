alter table product add column properties jsonb not null default '{}';
create index product_properties on product using gin (properties jsonb_path_ops);
