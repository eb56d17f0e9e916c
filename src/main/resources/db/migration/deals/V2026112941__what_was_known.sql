-- What was known of deals and of their way before it was changed, withdrawn or removed: rows are only ever added.

alter table deal add column known_since timestamptz; -- since when its present values are known; null = since its creation

create table deal_past (
  deal_id bigint not null,                            -- no reference: what was known outlives the deal
  known_from timestamptz not null, known_until timestamptz not null,
  title text not null, type_id bigint not null, stage_id bigint, outcome text not null,
  customer_id bigint, responsible_id bigint, source_id bigint,
  potential numeric(19, 2), expected_close date, opened_at timestamptz, closed_at timestamptz,
  created_at timestamptz not null,
  primary key (deal_id, known_from),
  check (known_from < known_until));
create index on deal_past (known_until);

create table stage_visit_past (
  deal_id bigint not null, seq int not null, stage_id bigint not null,
  entered_at timestamptz, left_at timestamptz, outcome text not null,
  entry_potential numeric(19, 2), exit_potential numeric(19, 2),
  recorded_at timestamptz not null, left_recorded_at timestamptz,
  withdrawn_at timestamptz not null,
  check (recorded_at < withdrawn_at));
create index on stage_visit_past (deal_id, seq);

-- The moment of a change: the beginning of the transaction, unless who makes it lives in another time, as tests do.
create function moment_of_change() returns timestamptz language sql stable as $$
  select coalesce(cast(nullif(current_setting('lijevak.moment', true), '') as timestamptz), now())
$$;

create function deal_keeps_its_past() returns trigger language plpgsql as $$
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
    values (old.id, since, until, old.title, old.type_id, old.stage_id, old.outcome, old.customer_id,
      old.responsible_id, old.source_id, old.potential, old.expected_close, old.opened_at, old.closed_at, old.created_at);
  end if;
  if tg_op = 'UPDATE' then
    new.known_since := until;
    return new;
  end if;
  return old;
end $$;
create trigger deal_changed before update on deal for each row
  when ((old.type_id, old.stage_id, old.outcome, old.customer_id, old.responsible_id, old.source_id, old.amount, old.rate,
      old.expected_close, old.opened_at, old.closed_at, old.known_since)
    is distinct from (new.type_id, new.stage_id, new.outcome, new.customer_id, new.responsible_id, new.source_id,
      new.amount, new.rate, new.expected_close, new.opened_at, new.closed_at, new.known_since))
  execute function deal_keeps_its_past();
create trigger deal_removed before delete on deal for each row execute function deal_keeps_its_past();

-- As before, and what the undo of an import withdraws stays known as of then.
create or replace function stage_visit_is_append_only() returns trigger language plpgsql as $$
begin
  if current_setting('lijevak.import_undo', true) = 'on' then
    insert into stage_visit_past (deal_id, seq, stage_id, entered_at, left_at, outcome, entry_potential, exit_potential,
      recorded_at, left_recorded_at, withdrawn_at)
    select old.deal_id, old.seq, old.stage_id, old.entered_at, old.left_at, old.outcome, old.entry_potential,
      old.exit_potential, old.recorded_at, old.left_recorded_at, moment_of_change()
    where old.recorded_at < moment_of_change();
    return coalesce(new, old);
  end if;
  if tg_op = 'DELETE' then
    raise exception 'stage_visit is append-only';
  end if;
  if old.outcome <> 'OPEN' or new.entered_at is distinct from old.entered_at or new.stage_id <> old.stage_id
      or new.deal_id <> old.deal_id or new.seq <> old.seq then
    raise exception 'a stage visit changes only by being left';
  end if;
  return new;
end $$;

-- The deals as they were known before a moment; people, sources and customers are the present ones while the deal exists.
create function deals_known(moment timestamptz) returns table (
  deal_id bigint, title text, type_id bigint, stage_id bigint, state text, customer_id bigint, responsible_id bigint,
  source_id bigint, potential numeric, expected_close date, opened_at timestamptz, closed_at timestamptz,
  created_at timestamptz, removed boolean)
language sql stable as $$
  select d.id, d.title, d.type_id, d.stage_id, d.outcome, d.customer_id, d.responsible_id, d.source_id, d.potential,
    d.expected_close, d.opened_at, d.closed_at, d.created_at, false
  from deal d
  where coalesce(d.known_since, d.created_at) < moment
  union all
  select p.deal_id, coalesce(d.title, p.title), p.type_id, p.stage_id, p.outcome,
    case when d.id is null then p.customer_id else d.customer_id end,
    case when d.id is null then p.responsible_id else d.responsible_id end,
    case when d.id is null then p.source_id else d.source_id end,
    p.potential, p.expected_close, p.opened_at, p.closed_at, p.created_at, d.id is null
  from deal_past p left join deal d on d.id = p.deal_id
  where p.known_from < moment and p.known_until >= moment
$$;

-- The visits as they were known before a moment: those recorded, and left where the leaving was recorded.
create function visits_known(moment timestamptz) returns table (
  deal_id bigint, seq int, stage_id bigint, entered_at timestamptz, left_at timestamptz, outcome text,
  entry_potential numeric, exit_potential numeric, recorded_at timestamptz, left_recorded_at timestamptz)
language sql stable as $$
  select v.deal_id, v.seq, v.stage_id, v.entered_at,
    case when v.left_recorded_at < moment then v.left_at end,
    case when v.left_recorded_at < moment then v.outcome else 'OPEN' end,
    v.entry_potential,
    case when v.left_recorded_at < moment then v.exit_potential end,
    v.recorded_at,
    case when v.left_recorded_at < moment then v.left_recorded_at end
  from (
    select n.deal_id, n.seq, n.stage_id, n.entered_at, n.left_at, n.outcome, n.entry_potential, n.exit_potential,
      n.recorded_at, n.left_recorded_at
    from stage_visit n
    where n.recorded_at < moment and not exists (
      select from stage_visit_past p
      where p.deal_id = n.deal_id and p.seq = n.seq and p.recorded_at < moment and p.withdrawn_at >= moment)
    union all
    select w.deal_id, w.seq, w.stage_id, w.entered_at, w.left_at, w.outcome, w.entry_potential, w.exit_potential,
      w.recorded_at, w.left_recorded_at
    from (
      select distinct on (p.deal_id, p.seq) p.* from stage_visit_past p
      where p.recorded_at < moment and p.withdrawn_at >= moment
      order by p.deal_id, p.seq, p.withdrawn_at) w) v
$$;
