-- A constant default changes no row, so that neither this nor a property added later waits for the number of customers.
alter table customer add column properties jsonb not null default '{}';
alter table contact_person add column properties jsonb not null default '{}';
create index customer_properties on customer using gin (properties jsonb_path_ops);
create index contact_person_properties on contact_person using gin (properties jsonb_path_ops);
