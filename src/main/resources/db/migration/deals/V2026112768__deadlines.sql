-- When the present stage is due by its norm, and from when on a deal counts as silent; both follow from other rows and
-- are kept where every list and board reads them.
alter table deal add column stage_due_at timestamptz, add column silent_from timestamptz,
  add column unplanned_since timestamptz;
drop index deal_board;
create index deal_board on deal (type_id, stage_id, id desc)
  include (potential, stage_due_at, silent_from, next_step_at) where outcome = 'OPEN';
create index deal_late on deal (stage_due_at) where outcome = 'OPEN' and stage_due_at is not null;
create index deal_silent on deal (silent_from) where outcome = 'OPEN' and silent_from is not null;
create index deal_unplanned on deal (id desc) where outcome = 'OPEN' and next_step_at is null;

-- Days without contact after which a deal counts as silent: of a type, and of some of its stages; 14 where none is set.
create table silence_threshold (
  type_id bigint not null references deal_type on delete cascade,
  stage_id bigint references stage on delete cascade,
  days int not null check (days between 1 and 365));
create unique index silence_threshold_of on silence_threshold (type_id, coalesce(stage_id, 0));
create index on silence_threshold (stage_id);
