-- What a stage of a version demands before it is left forward or won; never changed, like the version itself.
create table step_requirement (
  id bigint generated always as identity primary key,
  deal_type_id bigint not null references deal_type on delete cascade,
  steps_version int not null, stage_id bigint not null references stage, position int not null,
  kind text not null, settings jsonb not null default '{}');
create index on step_requirement (deal_type_id, steps_version, stage_id);

-- Each time somebody with the right went on although something was missing.
create table requirement_override (
  id bigint generated always as identity primary key,
  subject_kind text not null, subject_id bigint not null,
  deal_type_id bigint not null references deal_type on delete cascade, steps_version int not null,
  stage_id bigint not null references stage, requirement_id bigint not null, kind text not null,
  reason text not null check (reason <> ''), person_id bigint not null references person, at timestamptz not null);
create index on requirement_override (subject_kind, subject_id);
create index on requirement_override (at);

-- An item of a checklist that somebody ticked, by its words, so that it outlives a change of the version.
create table checklist_tick (
  subject_kind text not null, subject_id bigint not null, item text not null,
  person_id bigint not null references person, at timestamptz not null,
  primary key (subject_kind, subject_id, item));

-- A version of a process as our own data; the engine gets what is generated from it.
create table route (
  id bigint generated always as identity primary key,
  process text not null, version int not null,          -- deal-type-7 or the name of another process
  deal_type_id bigint references deal_type on delete cascade,
  model jsonb not null, engine_definition text, created_at timestamptz not null default now(),
  unique (process, version));
create index on route (deal_type_id);

-- A process on its way, about one record. A run that is sent back, reopened or migrated stays the same run.
create table process_run (
  id bigint generated always as identity primary key,
  subject_kind text not null, subject_id bigint not null,
  route_id bigint not null references route,
  engine_instance text, started_at timestamptz not null, ended_at timestamptz,
  ending text check (ending in ('SUCCESS', 'FAILURE', 'WITHDRAWN')),
  check ((ended_at is null) = (ending is null)));
create unique index process_run_open on process_run (subject_kind, subject_id) where ended_at is null;
create index on process_run (subject_kind, subject_id);
create index on process_run (route_id) where ended_at is null;
create index on process_run (engine_instance);

-- The ledger of processes: one row for each arrival at a point. It is written once and changes once, when it is left;
-- while it is open its executor, due moment and engine task may follow.
create table process_point (
  id bigint generated always as identity primary key,
  run_id bigint not null references process_run,
  node text not null, kind text not null check (kind in ('POINT', 'PAUSE')), name text not null,
  stage_id bigint references stage,
  entered_at timestamptz not null, left_at timestamptz,
  ending text check (ending in ('DONE', 'OVERRIDDEN', 'RETURNED', 'WITHDRAWN')),
  due_at timestamptz, executor_id bigint references person, fell_to_head boolean not null default false,
  engine_task text, left_by bigint references person, note text,
  check ((left_at is null) = (ending is null)),
  check (left_at >= entered_at));
create index on process_point (run_id, id);
create unique index process_point_task on process_point (engine_task) where left_at is null;
create index on process_point (executor_id) where left_at is null;
create index on process_point (due_at) where left_at is null;

create function process_point_is_append_only() returns trigger language plpgsql as $$
begin
  if current_setting('lijevak.import_undo', true) = 'on' then
    return coalesce(new, old);
  end if;
  if tg_op = 'DELETE' then
    raise exception 'process_point is append-only';
  end if;
  if old.left_at is not null or new.entered_at <> old.entered_at or new.run_id <> old.run_id then
    raise exception 'an arrival at a point changes only by being left';
  end if;
  return new;
end $$;
create trigger process_point_append_only before update or delete on process_point
  for each row execute function process_point_is_append_only();
