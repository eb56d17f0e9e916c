-- A type or a stage goes only with the undo of an import or with the demo company; what belongs to it goes with it.
create function deal_type_takes_its_files_along() returns trigger language plpgsql as $$
begin
  delete from attachment where subject_kind = 'deal_type' and subject_id = old.id;
  return old;
end $$;
create trigger deal_type_files after delete on deal_type for each row execute function deal_type_takes_its_files_along();
alter table generated_event
  drop constraint generated_event_stage_id_fkey,
  add foreign key (stage_id) references stage on delete cascade;
create index on generated_event (stage_id);
