-- A named list of customers, filled from lists; each filling remembers from which, and can be undone once.
create table segment (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  owner_id bigint not null references person,
  shared boolean not null default false,
  version int not null default 0,
  created_at timestamptz not null default now());
create unique index segment_name on segment (owner_id, lower(name));
create index segment_order on segment (lower(name), id);

create table segment_filling (
  id bigint generated always as identity primary key,
  segment_id bigint not null references segment on delete cascade,
  person_id bigint not null references person,
  source text not null,
  list text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  found int not null default 0,
  added int not null default 0,
  undone_at timestamptz);
create index on segment_filling (segment_id, id);
create index on segment_filling (person_id);

-- Which filling a customer came with.
create table segment_member (
  segment_id bigint not null references segment on delete cascade,
  customer_id bigint not null references customer on delete cascade,
  filling_id bigint not null references segment_filling on delete cascade,
  primary key (segment_id, customer_id));
create index on segment_member (customer_id);
create index on segment_member (filling_id);
