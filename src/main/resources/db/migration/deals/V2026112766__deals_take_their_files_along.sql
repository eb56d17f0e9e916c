-- A deal goes only with the undo of an import or with the demo company; rows of its files go with it, and the clean-up
-- removes the contents that nobody names any more.
create function deal_takes_its_files_along() returns trigger language plpgsql as $$
begin
  delete from attachment where subject_kind = 'deal' and subject_id = old.id;
  return old;
end $$;
create trigger deal_files after delete on deal for each row execute function deal_takes_its_files_along();
