-- People who sell and people who sign in are the same table: a person without an e-mail is responsible but cannot sign in.
create table team (
  id bigint generated always as identity primary key,
  name text not null unique,
  archived_at timestamptz,
  version int not null default 1,
  import_id bigint);

create table person (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  search_text text not null,
  email text,
  password_hash text,
  role text not null,
  team_id bigint references team,
  head_id bigint references person,
  language text check (language in ('hr', 'en', 'ru')),
  time_zone text,
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  shortcuts boolean not null default true,
  external_id text unique,
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  version int not null default 1,
  import_id bigint);
create unique index person_email on person (lower(email));
create index on person (team_id);
create index on person (head_id);

-- Sign-ins, kept so that a restart signs nobody out and a deactivation ends them at once; of the cookie only the hash.
create table person_session (
  token_hash text primary key, person_id bigint not null references person on delete cascade,
  created_at timestamptz not null default now(), seen_at timestamptz not null default now(),
  notice text, notice_path text);        -- what a change leaves for the page it redirects to
create index on person_session (person_id);

create table role_right (
  role text not null, resource text not null, action text not null,
  scope text not null check (scope in ('NONE', 'OWN', 'TEAM', 'ALL')),
  primary key (role, resource, action));

create table invitation (
  token_hash text primary key, person_id bigint not null references person on delete cascade,
  purpose text not null check (purpose in ('INVITE', 'RESET')),
  created_at timestamptz not null default now(), expires_at timestamptz not null, used_at timestamptz);

create table api_token (
  id bigint generated always as identity primary key,
  person_id bigint not null references person on delete cascade,
  name text not null, token_hash text not null unique, hint text not null,
  created_at timestamptz not null default now(), last_used_at timestamptz, revoked_at timestamptz);

create table sign_in_attempt (
  id bigint generated always as identity primary key,
  account text not null, address text not null, at timestamptz not null default now(), succeeded boolean not null);
create index on sign_in_attempt (account, at);
create index on sign_in_attempt (address, at);

-- Append-only: who did what to which record, old and new value a field.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person_id bigint, request_id text, via text not null,
  subject_kind text not null, subject_id bigint not null, action text not null,
  changes jsonb not null default '{}');
create index on audit_entry (subject_kind, subject_id, id desc);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append-only';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_is_append_only();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function audit_is_append_only();
