-- Which deals' facts changed, numbered by the transaction that changed them: what one snapshot of the database shows of
-- it and an earlier one did not is exactly what was committed between the two. Kept for a day.
create table fact_change (
  xid xid8 not null default pg_current_xact_id(),
  deal_id bigint,                                       -- null = of any deal
  at timestamptz not null default now());
create index on fact_change (xid);

-- Facts that go with their deals are noted too, whoever deletes these.
create function note_gone_facts() returns trigger language plpgsql as $$
begin
  if (select count(*) from gone) <= 10000 then
    insert into fact_change (deal_id) select deal_id from gone;
  else
    insert into fact_change (deal_id) values (null);
  end if;
  return null;
end $$;
create trigger deal_fact_gone after delete on deal_fact referencing old table as gone
  for each statement execute function note_gone_facts();

create function note_emptied_facts() returns trigger language plpgsql as $$
begin
  insert into fact_change (deal_id) values (null);
  return null;
end $$;
create trigger deal_fact_emptied after truncate on deal_fact
  for each statement execute function note_emptied_facts();
alter table deal_fact enable always trigger deal_fact_emptied;
