create table loss_reason (
  id bigint generated always as identity primary key,
  name text not null unique, position int not null default 0, names_competitor boolean not null default false,
  retired_at timestamptz, import_id bigint);

create table competitor (
  id bigint generated always as identity primary key,
  name text not null unique, import_id bigint);

create table deal (
  id bigint generated always as identity primary key,
  title text not null check (title <> ''), search_text text not null,
  type_id bigint not null references deal_type, steps_version int not null,
  stage_id bigint references stage,                    -- null only for a non-process deal
  outcome text not null default 'OPEN' check (outcome in ('OPEN', 'WON', 'LOST')),
  customer_id bigint references customer, contact_person_id bigint references contact_person,
  responsible_id bigint references person, source_id bigint references customer_source,
  amount numeric(19, 2), currency char(3) not null,     -- amount null = not known
  rate numeric(19, 8) not null,                         -- one unit of currency in the management currency
  potential numeric(19, 2) generated always as (round(amount * rate, 2)) stored,
  expected_close date,
  opened_at timestamptz,                                -- null = not known (imported)
  closed_at timestamptz,                                -- null while open, or not known (imported)
  loss_reason_id bigint references loss_reason, competitor_id bigint references competitor, closing_note text,
  external_id text unique,
  created_at timestamptz not null default now(), created_by bigint references person,
  version int not null default 1, import_id bigint);
create index deal_search on deal using gin (search_text gin_trgm_ops);
-- Sums are read from indexes alone, so these carry what is summed.
create index deal_board on deal (type_id, stage_id, id desc) include (potential) where outcome = 'OPEN';
create index on deal (customer_id);
create index on deal (responsible_id, id desc) include (outcome, potential);
-- The orders of the list, so that a page reads what it shows.
create index deal_title_hr on deal (title collate "hr-x-icu", id);
create index deal_title_ru on deal (title collate "ru-x-icu", id);
create index deal_title_en on deal (title collate "en-x-icu", id);
create index deal_amount on deal ((coalesce(potential, -1)), id);
create index deal_expected on deal ((coalesce(expected_close, date '9999-12-31')), id);
create index on deal (closed_at) where outcome <> 'OPEN';
create index on deal (opened_at);
create index on deal (import_id);

create table deal_line (
  id bigint generated always as identity primary key,
  deal_id bigint not null references deal on delete cascade,
  product_id bigint not null references product,
  quantity numeric(19, 3) not null check (quantity > 0), price numeric(19, 2) not null, position int not null default 0);
create index on deal_line (deal_id);
create index on deal_line (product_id);

-- The ledger: what stage a deal stood in, from when to when, and how it left. Times null = not known (imported).
create table stage_visit (
  id bigint generated always as identity primary key,
  deal_id bigint not null references deal on delete cascade,
  seq int not null,
  steps_version int not null, stage_id bigint not null references stage,
  entered_at timestamptz, left_at timestamptz,
  outcome text not null default 'OPEN'
    check (outcome in ('OPEN', 'ADVANCED', 'WON', 'LOST', 'RETURNED', 'SKIPPED', 'SWITCHED')),
  entry_potential numeric(19, 2), exit_potential numeric(19, 2),
  responsible_id bigint references person,
  cause text not null check (cause in ('CREATED', 'MOVED', 'REOPENED', 'SWITCHED', 'IMPORTED')),
  recorded_by bigint references person, recorded_at timestamptz not null default now(), left_recorded_at timestamptz,
  unique (deal_id, seq),
  check (left_at >= entered_at),
  check (outcome <> 'OPEN' or (left_at is null and left_recorded_at is null)),
  check (outcome = 'OPEN' or left_recorded_at is not null));
create unique index stage_visit_open on stage_visit (deal_id) include (entered_at) where outcome = 'OPEN';
create index on stage_visit (stage_id);
create index on stage_visit (left_at);

-- A visit is closed once and never again; rows go only with a deal that an import undo removes.
create function stage_visit_is_append_only() returns trigger language plpgsql as $$
begin
  if current_setting('lijevak.import_undo', true) = 'on' then
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
create trigger stage_visit_append_only before update or delete on stage_visit
  for each row execute function stage_visit_is_append_only();
