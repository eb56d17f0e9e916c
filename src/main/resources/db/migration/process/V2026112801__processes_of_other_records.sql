-- A process about records other than deals follows a route of its own: route.process is its key.
create table record_process (
  key text primary key check (key ~ '^[a-z][a-z0-9-]{1,40}$'), name text not null unique,
  subject_kind text not null, position int not null);
create index on record_process (subject_kind);

-- What the route calls the end that the run came to.
alter table process_run add column end_name text;
