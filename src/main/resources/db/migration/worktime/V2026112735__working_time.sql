-- Hours of the days people work on; a weekday without a row is free. No row at all: the week nobody has settled yet.
create table working_day (
  weekday smallint primary key check (weekday between 1 and 7),
  starts time not null, ends time not null, check (starts < ends));

-- Days that differ from the week and from the country's computed holidays: free ones, and ones worked after all.
create table special_day (
  day date primary key, name text not null check (name <> ''), working boolean not null default false);

create table absence (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  first_day date not null, last_day date not null, check (first_day <= last_day),
  kind text not null check (kind in ('VACATION', 'SICK', 'TRAVEL', 'OTHER')),
  substitute_id bigint references person, check (substitute_id <> person_id),
  note text, created_at timestamptz not null default now(), created_by bigint references person,
  version int not null default 1);
create index on absence (person_id, first_day);
create index on absence (last_day, id);
create index on absence (substitute_id);
