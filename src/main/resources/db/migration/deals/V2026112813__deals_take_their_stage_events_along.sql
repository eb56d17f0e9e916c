-- A deal goes only with the undo of an import or with the demo company; that its stages planned something goes with it.
create function deal_takes_its_stage_events_along() returns trigger language plpgsql as $$
begin
  delete from generated_event where subject_kind = 'deal' and subject_id = old.id;
  return old;
end $$;
create trigger deal_stage_events after delete on deal for each row execute function deal_takes_its_stage_events_along();
