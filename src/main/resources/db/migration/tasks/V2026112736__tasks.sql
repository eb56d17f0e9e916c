-- What somebody is to do. Rows of kind PROCESS follow arrivals at points of processes; a deal takes its tasks along.
create table task (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('PROCESS', 'MANUAL', 'ASSIGNMENT')),
  title text not null check (title <> ''), search_text text not null, details text,
  point_id bigint unique,                 -- of process_point
  source_key text unique,                 -- what an event raised once, so that it never does twice
  subject_kind text, subject_id bigint,   -- of a process about something other than a deal
  deal_id bigint references deal on delete cascade, customer_id bigint references customer on delete set null,
  stage_id bigint references stage,
  author_id bigint references person, executor_id bigint references person,   -- executor null = nobody
  was_executor_id bigint references person, fell_to_head boolean not null default false,
  due_at timestamptz, all_day boolean not null default true, minutes int check (minutes between 5 and 1440),
  due_order timestamptz not null generated always as (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) stored,
  promised_at timestamptz,                -- the deadline its author gave; postponing does not move it
  postponements int not null default 0, important boolean not null default false,
  state text not null default 'OPEN' check (state in ('OPEN', 'REPORTED', 'DONE', 'WITHDRAWN')),
  accepted_at timestamptz, reported_at timestamptz, returns int not null default 0, return_reason text,
  result text, closed_at timestamptz, closed_by bigint references person,
  created_at timestamptz not null default now(), version int not null default 1,
  check ((kind = 'PROCESS') = (point_id is not null)),
  check ((state in ('DONE', 'WITHDRAWN')) = (closed_at is not null)));

-- The inbox: by due date, by deal, by stage; of everybody; to check; given to others; done.
create index task_mine on task (executor_id, due_order, id) where state = 'OPEN';
create index task_by_deal on task (executor_id, (coalesce(deal_id, 9223372036854775807)), due_order, id)
  where state = 'OPEN';
create index task_by_stage on task (executor_id, (coalesce(stage_id, 9223372036854775807)), due_order, id)
  where state = 'OPEN';
create index task_open on task (due_order, id) where state = 'OPEN';
create index task_to_check on task (author_id, due_order, id) where state = 'REPORTED';
create index task_given on task (author_id, due_order, id) where state = 'OPEN' and kind = 'ASSIGNMENT';
create index task_done on task (executor_id, closed_at, id) where state = 'DONE';
create index task_of_deal on task (deal_id, due_order, id);
create index task_of_customer on task (customer_id, due_order, id);
create index task_promised on task (promised_at) where kind = 'ASSIGNMENT';
create index task_search on task using gin (search_text gin_trgm_ops) where state = 'OPEN';

create table task_comment (
  id bigint generated always as identity primary key,
  task_id bigint not null references task on delete cascade,
  person_id bigint references person, at timestamptz not null, text text not null check (text <> ''));
create index on task_comment (task_id, id);

-- What stood in tasks before one step changed them, so that the step can be undone.
create table task_step (
  id bigint generated always as identity primary key,
  person_id bigint not null references person, at timestamptz not null, undone_at timestamptz);
create table task_before (
  step_id bigint not null references task_step on delete cascade,
  task_id bigint not null references task on delete cascade, version_after int not null,
  executor_id bigint, due_at timestamptz, all_day boolean not null, postponements int not null,
  state text not null, result text,
  primary key (step_id, task_id));
create index on task_before (task_id);
