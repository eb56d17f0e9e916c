-- Something done with all deals of a list at once. The deals are written down when it begins, so that it is done with
-- exactly those that were counted, also after a stop in between.
create table deal_action (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('TASK', 'ASSIGN')),
  person_id bigint not null references person on delete cascade,
  list text not null,                                 -- address of the list
  title text, due date,                               -- of the tasks
  target_id bigint references person on delete cascade, along boolean not null default false, -- of the handing over
  started_at timestamptz not null, ended_at timestamptz, undone_at timestamptz);
create index on deal_action (person_id);
create index on deal_action (target_id);

create table deal_action_row (
  action_id bigint not null references deal_action on delete cascade,
  deal_id bigint not null references deal on delete cascade,
  outcome text check (outcome in ('DONE', 'CLOSED', 'NOT_ALLOWED', 'SAME', 'CHANGED', 'REFUSED', 'UNDONE')), -- null = to do
  was_responsible_id bigint references person on delete set null, left_version int, -- what stood before, and what is left
  primary key (action_id, deal_id));
create index on deal_action_row (deal_id);
create index on deal_action_row (was_responsible_id);
