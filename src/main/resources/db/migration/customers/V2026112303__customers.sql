create table customer_source (
  id bigint generated always as identity primary key,
  name text not null unique, position int not null default 0, retired_at timestamptz, import_id bigint);

create table customer_category (
  id bigint generated always as identity primary key,
  name text not null unique, retired_at timestamptz, import_id bigint);

create table customer (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('COMPANY', 'PERSON')),
  name text not null check (name <> ''),
  search_text text not null,
  tax_country char(2), tax_number text,
  source_id bigint references customer_source,
  responsible_id bigint references person,
  lifecycle text not null default 'PROSPECT' check (lifecycle in ('PROSPECT', 'LEAD', 'CUSTOMER', 'LAPSED')),
  parent_id bigint references customer,
  website text, note text,
  street text, postcode text, city text, region text, country char(2),
  external_id text unique,
  created_at timestamptz not null default now(),
  created_by bigint references person,
  changed_at timestamptz not null default now(),
  archived_at timestamptz,
  version int not null default 1,
  import_id bigint);
create index customer_search on customer using gin (search_text gin_trgm_ops);
-- Only the beginning: an index entry must fit a page, and a prefix search asks for one or two letters.
create index customer_search_prefix on customer (left(search_text, 100) text_pattern_ops);
create index customer_name_hr on customer (name collate "hr-x-icu", id);
create index customer_name_ru on customer (name collate "ru-x-icu", id);
create index customer_name_en on customer (name collate "en-x-icu", id);
create index customer_created on customer (created_at desc, id desc);
create index customer_changed on customer (changed_at desc, id desc);
create index on customer (responsible_id) include (archived_at);   -- also counts those that are not archived
create index on customer (source_id);
create index on customer (parent_id);
create index on customer (tax_number);
create index on customer (import_id);

create table contact_person (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer on delete cascade,
  name text not null check (name <> ''), role text, note text,
  archived_at timestamptz, version int not null default 1, import_id bigint);
create index on contact_person (customer_id);

-- A phone (E.164), e-mail or other address of a customer or of one of its contact persons.
create table contact_point (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer on delete cascade,
  contact_person_id bigint references contact_person on delete cascade,
  kind text not null check (kind in ('PHONE', 'EMAIL')),
  value text not null, written text not null, position int not null default 0, import_id bigint);
create index on contact_point (customer_id);
create index on contact_point (contact_person_id);
create index on contact_point (kind, value);

create table customer_in_category (
  customer_id bigint not null references customer on delete cascade,
  category_id bigint not null references customer_category,
  primary key (customer_id, category_id));
create index on customer_in_category (category_id);

-- History of consent a channel; the newest row is the one in force.
create table consent (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer on delete cascade,
  channel text not null check (channel in ('EMAIL', 'SMS', 'PHONE')),
  state text not null check (state in ('GRANTED', 'REFUSED')),
  given_on date not null, source text not null,
  recorded_by bigint references person, recorded_at timestamptz not null default now(), import_id bigint);
create index on consent (customer_id, channel, id desc);
