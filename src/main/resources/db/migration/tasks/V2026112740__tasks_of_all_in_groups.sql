-- The inbox of whoever sees all, by deal and by stage.
create index task_of_all_by_deal on task ((coalesce(deal_id, 9223372036854775807)), due_order, id)
  where state = 'OPEN';
create index task_of_all_by_stage on task ((coalesce(stage_id, 9223372036854775807)), due_order, id)
  where state = 'OPEN';
