-- No open deal of the type without a planned next step.
alter table deal_type add column needs_next_step boolean not null default false;
