-- Files of records. A content lies under its hash in the folder files of the home, once for all rows that name it.
create table attachment (
  id bigint generated always as identity primary key,
  subject_kind text not null, subject_id bigint not null,
  kind text not null,
  name text not null check (name <> ''), media_type text not null,  -- the name is a label, the type is read from the content
  size bigint not null check (size > 0), hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  attached_by bigint references person, attached_at timestamptz not null,
  archived_by bigint references person, archived_at timestamptz);
create index on attachment (subject_kind, subject_id, id desc);
create index on attachment (hash);

-- Files that came with a form that is not finished yet; whoever sent one names it by its token.
create table received_file (
  token uuid primary key default gen_random_uuid(),
  name text not null, media_type text not null, size bigint not null, hash text not null,
  received_by bigint not null references person, received_at timestamptz not null);
create index on received_file (hash);
