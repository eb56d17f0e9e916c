-- A deal goes only with the undo of an import or with the demo company; what its process wrote goes with it.
create function deal_takes_its_processes_along() returns trigger language plpgsql as $$
begin
  delete from process_point p using process_run r where p.run_id = r.id and r.subject_kind = 'deal' and r.subject_id = old.id;
  delete from process_run where subject_kind = 'deal' and subject_id = old.id;
  delete from requirement_override where subject_kind = 'deal' and subject_id = old.id;
  delete from checklist_tick where subject_kind = 'deal' and subject_id = old.id;
  return old;
end $$;
create trigger deal_processes after delete on deal for each row execute function deal_takes_its_processes_along();
