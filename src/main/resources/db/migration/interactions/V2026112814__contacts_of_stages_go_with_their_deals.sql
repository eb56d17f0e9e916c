-- A contact that a stage of the deal planned is nothing without the deal; others only lose what they are about.
create function deal_takes_contacts_of_its_stages_along() returns trigger language plpgsql as $$
begin
  delete from interaction where deal_id = old.id and state in ('PLANNED', 'CANCELLED') and source_key like 'entry-%';
  return old;
end $$;
create trigger deal_stage_contacts before delete on deal
  for each row execute function deal_takes_contacts_of_its_stages_along();
