create table import (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('CUSTOMERS', 'PRODUCTS', 'USERS', 'DEALS')),
  file_name text not null, file_hash text not null, file_content bytea not null,
  columns jsonb not null,             -- heading, samples, number and date style of each column
  findings jsonb,                     -- what the dry run found: unknown names, new deal types
  layout jsonb not null,              -- sheet, header row, encoding, delimiter
  mapping jsonb not null, options jsonb not null,
  state text not null check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED', 'UNDOING', 'UNDONE')),
  progress int not null default 0,
  row_count int, created int not null default 0, updated int not null default 0,
  skipped int not null default 0, failed int not null default 0,
  failure text,
  created_by bigint not null references person, created_at timestamptz not null default now(),
  finished_at timestamptz);
create index on import (created_by, id desc);
create index on import (file_hash);

-- What became of each row; before = the fields as they were, for undo.
create table import_row (
  import_id bigint not null references import on delete cascade,
  row_number int not null,
  outcome text not null check (outcome in
    ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'ERROR', 'CREATED', 'UPDATED', 'SKIPPED', 'FAILED')),
  undo text check (undo in ('REMOVED', 'RESTORED', 'KEPT')),
  record_id bigint, problems jsonb not null default '[]', before jsonb, written_version int,
  primary key (import_id, row_number));
create index on import_row (import_id, outcome, row_number);

-- The last mapping of a layout, so that the next file of the same shape needs no click.
create table import_layout (
  kind text not null, header_hash text not null, mapping jsonb not null, used_at timestamptz not null default now(),
  primary key (kind, header_hash));
