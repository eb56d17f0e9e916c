-- Reasons of losses are a tree; names stay unique, so that imports find them.
alter table loss_reason add column parent_id bigint references loss_reason;
create index on loss_reason (parent_id);

-- One row each time a deal is closed by somebody; a reopened deal keeps the row, marked as withdrawn. The results are
-- filled when they are recorded, and with them the deal is finished.
create table deal_closing (
  id bigint generated always as identity primary key,
  deal_id bigint not null references deal on delete cascade,
  outcome text not null check (outcome in ('WON', 'LOST')),
  closed_at timestamptz not null, closed_by bigint references person,
  win_back_on date,
  learnt text, satisfaction int check (satisfaction between 1 and 5),
  demand_percent int check (demand_percent between 0 and 100), demand_reason text, next_need_on date,
  recorded_at timestamptz, recorded_by bigint references person,
  withdrawn_at timestamptz);
create unique index deal_closing_current on deal_closing (deal_id) where withdrawn_at is null;
create index on deal_closing (deal_id);
create index deal_closing_awaited on deal_closing (deal_id) where recorded_at is null and withdrawn_at is null;

-- The losses of a period, for their analysis.
create index deal_losses on deal (closed_at) include (loss_reason_id, stage_id, responsible_id, potential)
  where outcome = 'LOST';
create index on deal (competitor_id) where competitor_id is not null;
