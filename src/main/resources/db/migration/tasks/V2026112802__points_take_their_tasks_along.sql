-- A point goes only with its record, with the undo of an import or with the demo company; its task goes with it.
create function process_point_takes_its_task_along() returns trigger language plpgsql as $$
begin
  delete from task where point_id = old.id;
  return old;
end $$;
create trigger process_point_task after delete on process_point
  for each row execute function process_point_takes_its_task_along();
