create table stage (
  id bigint generated always as identity primary key,
  name text not null unique, description text, position int not null,
  predefined text unique, retired_at timestamptz, version int not null default 1, import_id bigint);

create table deal_type (
  id bigint generated always as identity primary key,
  name text not null unique,
  mode text not null check (mode in ('AUTOMATIC', 'MANUAL', 'NON_PROCESS')),
  use_allowed boolean not null default true,
  position int not null default 0,
  steps_version int not null default 1,
  version int not null default 1, import_id bigint);

-- Steps of a type are never changed: a change writes the next version.
create table deal_type_step (
  deal_type_id bigint not null references deal_type on delete cascade,
  steps_version int not null, position int not null,
  stage_id bigint not null references stage,
  norm_days int check (norm_days > 0), probability int check (probability between 0 and 100),
  primary key (deal_type_id, steps_version, position),
  unique (deal_type_id, steps_version, stage_id));
create index on deal_type_step (stage_id);
