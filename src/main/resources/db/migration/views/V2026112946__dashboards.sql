-- Several views on one page, in an order of their owner. A tile goes with its view.
create table dashboard (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  search_text text not null,
  owner_id bigint not null references person on delete cascade,
  audience text not null default 'OWNER' check (audience in ('OWNER', 'TEAM', 'ALL')),
  team_id bigint references team,
  version int not null default 0,
  created_at timestamptz not null default now(),
  check ((audience = 'TEAM') = (team_id is not null)));
create unique index dashboard_name on dashboard (owner_id, lower(name));
create index on dashboard (audience) where audience <> 'OWNER';
create index on dashboard (team_id) where team_id is not null;

create table dashboard_tile (
  id bigint generated always as identity primary key,
  dashboard_id bigint not null references dashboard on delete cascade,
  view_id bigint not null references saved_view on delete cascade,
  position int not null);
create index on dashboard_tile (dashboard_id, position);
create index on dashboard_tile (view_id);
