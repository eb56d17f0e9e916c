-- A view that is sent by mail: when, as what, to whom. Without a next moment it rests.
create table view_schedule (
  id bigint generated always as identity primary key,
  view_id bigint not null references saved_view on delete cascade,
  owner_id bigint not null references person on delete cascade,
  rhythm text not null check (rhythm in ('WORKDAYS', 'WEEKLY', 'MONTHLY')),
  day int,
  at time not null,
  pdf boolean not null,
  xlsx boolean not null,
  next_due timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now(),
  check (pdf or xlsx),
  check ((rhythm = 'WORKDAYS') = (day is null)));
create index on view_schedule (view_id);
create index on view_schedule (owner_id);
create index on view_schedule (next_due) where next_due is not null;

-- The token is the secret of the link by which one stops receiving without signing in.
create table view_recipient (
  schedule_id bigint not null references view_schedule on delete cascade,
  person_id bigint not null references person on delete cascade,
  token text not null unique,
  left_at timestamptz,
  primary key (schedule_id, person_id));
create index on view_recipient (person_id);

-- What was due once, and how many moments were passed over because nothing was sent meanwhile.
create table view_edition (
  id bigint generated always as identity primary key,
  schedule_id bigint not null references view_schedule on delete cascade,
  due_at timestamptz not null,
  skipped int not null,
  unique (schedule_id, due_at));
create index on view_edition (due_at);

-- One edition for one person, once. Claimed before it is sent, so that two never send the same.
create table view_delivery (
  id bigint generated always as identity primary key,
  edition_id bigint not null references view_edition on delete cascade,
  person_id bigint not null references person on delete cascade,
  state text not null default 'WAITING'
    check (state in ('WAITING', 'SENDING', 'SENT', 'LEFT_OUT', 'REFUSED', 'FAILED')),
  reason text,
  words text,
  attempts int not null default 0,
  next_try timestamptz not null,
  claimed_at timestamptz,
  done_at timestamptz,
  unique (edition_id, person_id));
create index on view_delivery (next_try) where state in ('WAITING', 'SENDING');
create index on view_delivery (person_id);
