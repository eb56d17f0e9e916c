-- What the overview sums up of open deals, of those opened or closed lately and of deals sent back, is read from these
-- alone, without the rows of the deals.
drop index deal_board;
create index deal_board on deal (type_id, stage_id, id desc)
  include (potential, stage_due_at, silent_from, next_step_at, responsible_id, expected_close, steps_version)
  where outcome = 'OPEN';
drop index deal_opened_at_idx;
create index deal_opened on deal (opened_at) include (potential, responsible_id);
drop index deal_closed_at_idx;
create index deal_closed on deal (closed_at) include (outcome, potential, responsible_id) where outcome <> 'OPEN';
create index stage_visit_returned on stage_visit (left_at) include (deal_id) where outcome = 'RETURNED';
