-- Why demand was not satisfied, or not wholly.
create table unmet_reason (
  id bigint generated always as identity primary key,
  name text not null unique, position int not null default 0, retired_at timestamptz);

-- What the customer asked for at first, line by line; later how much of it was satisfied.
create table deal_demand (
  id bigint generated always as identity primary key,
  deal_id bigint not null references deal on delete cascade,
  wish text not null check (wish <> ''),
  amount numeric(19, 2), currency char(3) not null,     -- amount null = not known
  rate numeric(19, 8) not null,                         -- one unit of currency in the management currency
  expected numeric(19, 2) generated always as (round(amount * rate, 2)) stored,
  satisfied int check (satisfied between 0 and 100),    -- null = not known yet
  reason_id bigint references unmet_reason, comment text,
  position int not null default 0,
  created_at timestamptz not null, created_by bigint references person,
  version int not null default 1,
  check (reason_id is null or satisfied < 100));
create index on deal_demand (deal_id);
create index on deal_demand (reason_id);
create index deal_demand_unmet on deal_demand (deal_id) where satisfied < 100;
