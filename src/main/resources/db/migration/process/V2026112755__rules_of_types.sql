-- What deals of a type must observe beside the requirements of its stages.
alter table deal_type add column if not exists primary_demand boolean not null default false;
alter table deal_type add column result_before_move boolean not null default false;

-- The company's switch for primary demand; without a row it is on.
create table demand_switch (
  one boolean primary key default true check (one),
  records boolean not null);
