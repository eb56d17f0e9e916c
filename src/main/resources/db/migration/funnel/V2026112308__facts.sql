-- One row a deal: what the funnel filters by. Written in the transaction of the change.
create table deal_fact (
  deal_id bigint primary key references deal on delete cascade,
  type_id bigint not null, stage_id bigint, outcome text not null,
  responsible_id bigint, team_id bigint, source_id bigint, customer_id bigint,
  potential numeric(19, 2), probability int,
  opened_at timestamptz, closed_at timestamptz, recorded_at timestamptz not null,
  category_ids bigint[] not null default '{}', product_group_ids bigint[] not null default '{}');
create index on deal_fact (type_id, closed_at);
create index on deal_fact (type_id, opened_at);
create index on deal_fact (type_id) where outcome = 'OPEN';

-- One row a deal and stage: its last visit there, and the whole time it spent.
create table stage_fact (
  deal_id bigint not null references deal_fact on delete cascade,
  stage_id bigint not null,
  outcome text not null, entered_at timestamptz, left_at timestamptz,
  entry_potential numeric(19, 2), exit_potential numeric(19, 2),
  seconds bigint, visits int not null,
  primary key (deal_id, stage_id));
