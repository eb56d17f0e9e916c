-- The numbers of the past stay true when a deal is removed, but what people wrote about it goes with it.
create or replace function deal_keeps_its_past() returns trigger language plpgsql as $$
declare
  since timestamptz := coalesce(old.known_since, old.created_at);
  until timestamptz := moment_of_change();
begin
  if tg_op = 'UPDATE' and new.known_since is distinct from old.known_since and new.known_since is not null then
    until := new.known_since;
  end if;
  until := greatest(until, since);
  if since < until then
    insert into deal_past (deal_id, known_from, known_until, title, type_id, stage_id, outcome, customer_id,
      responsible_id, source_id, potential, expected_close, opened_at, closed_at, created_at)
    values (old.id, since, until, case when tg_op = 'DELETE' then '' else old.title end, old.type_id, old.stage_id, old.outcome, old.customer_id,
      old.responsible_id, old.source_id, old.potential, old.expected_close, old.opened_at, old.closed_at, old.created_at);
  end if;
  if tg_op = 'UPDATE' then
    new.known_since := until;
    return new;
  end if;
  update deal_past set title = '' where deal_id = old.id and title <> '';
  return old;
end $$;

update deal_past p set title = '' where title <> '' and not exists (select from deal d where d.id = p.deal_id);
