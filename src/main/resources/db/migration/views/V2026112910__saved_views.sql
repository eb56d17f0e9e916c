-- A view is a question under a name: a page and the parameters of its address. It holds no answer.
create table saved_view (
  id bigint generated always as identity primary key,
  page text not null check (page like '/%'),
  name text not null check (name <> ''),
  search_text text not null,
  query text not null,
  days text not null default 'MOVING' check (days in ('MOVING', 'FIXED')),
  period text,
  owner_id bigint not null references person on delete cascade,
  audience text not null default 'OWNER' check (audience in ('OWNER', 'TEAM', 'ALL')),
  team_id bigint references team,
  version int not null default 0,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check ((audience = 'TEAM') = (team_id is not null)));
create unique index saved_view_name on saved_view (owner_id, page, lower(name));
create index saved_view_shared on saved_view (page) where audience <> 'OWNER';
create index on saved_view (team_id) where team_id is not null;

-- What a page opens with: for one person, or without a person for everybody. No view: with none, in spite of the company's.
create table default_view (
  page text not null,
  person_id bigint references person on delete cascade,
  view_id bigint references saved_view on delete cascade,
  unique nulls not distinct (page, person_id));
create index on default_view (view_id);
create index on default_view (person_id);
