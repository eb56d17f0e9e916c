-- Which deals may have stood in a stage at a past moment, told by indexes alone: those whose visit was left after it, with
-- when it was entered, and those that were left nobody knows when. The first takes the place of the index by left_at.
create index stage_visit_left on stage_visit (left_at) include (deal_id, entered_at);
drop index stage_visit_left_at_idx;
create index stage_visit_left_unknown on stage_visit (deal_id) where left_at is null and outcome <> 'OPEN';
