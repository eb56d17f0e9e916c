create table product_group (
  id bigint generated always as identity primary key,
  name text not null unique, import_id bigint);

create table product (
  id bigint generated always as identity primary key,
  code text unique, name text not null check (name <> ''), search_text text not null,
  group_id bigint references product_group,
  price numeric(19, 2), currency char(3),
  external_id text unique,
  created_at timestamptz not null default now(), archived_at timestamptz,
  version int not null default 1, import_id bigint,
  check ((price is null) = (currency is null)));
create index product_search on product using gin (search_text gin_trgm_ops);
create index product_search_prefix on product (left(search_text, 100) text_pattern_ops);
create index product_name_hr on product (name collate "hr-x-icu", id);
create index product_name_ru on product (name collate "ru-x-icu", id);
create index product_name_en on product (name collate "en-x-icu", id);
create index on product (group_id);
