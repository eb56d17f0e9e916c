-- Copies made for reading, written in the transaction of the change and rebuildable from deal and stage_visit at any
-- time. What changes without the deal (team, customer's categories, product groups) is not copied but joined when asked.

-- One row a deal.
create table deal_fact (
  deal_id bigint primary key references deal on delete cascade,
  type_id bigint not null, stage_id bigint, state text not null,
  responsible_id bigint, source_id bigint, customer_id bigint, potential numeric(19, 2),
  opened_at timestamptz, closed_at timestamptz, created_at timestamptz not null);
create index on deal_fact (type_id, closed_at);
create index on deal_fact (type_id, opened_at);
create index on deal_fact (type_id) where state = 'OPEN';

-- One row a deal and stage: how its last visit there ended, and the whole time it spent there. The deal's attributes
-- are repeated, so that a funnel is one scan without a join. An outcome SKIPPED or SWITCHED means it never entered.
create table stage_fact (
  deal_id bigint not null references deal_fact on delete cascade,
  stage_id bigint not null,
  type_id bigint not null, state text not null,
  responsible_id bigint, source_id bigint, customer_id bigint, potential numeric(19, 2),
  opened_at timestamptz, closed_at timestamptz,
  standing boolean not null,            -- the stage where the deal stands, or stood when it was closed
  outcome text not null,
  open_since timestamptz,               -- entry of a visit that goes on; null = left, or not known
  seconds bigint,                       -- of all finished visits whose both ends are known
  entry_potential numeric(19, 2), exit_potential numeric(19, 2),
  primary key (deal_id, stage_id));
create index on stage_fact (type_id, closed_at);
create index on stage_fact (type_id, opened_at);
create index on stage_fact (type_id) where standing and state = 'OPEN';
