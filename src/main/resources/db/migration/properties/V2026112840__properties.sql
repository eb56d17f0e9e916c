-- Definitions only: a value stays in the record it belongs to, under the key of its property (ADR 0401).
create table property (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('CUSTOMER', 'CONTACT', 'DEAL', 'PRODUCT')),
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,59}$'),
  type text not null
    check (type in ('TEXT', 'NUMBER', 'MONEY', 'DATE', 'FLAG', 'LIST', 'MULTI_LIST', 'REFERENCE')),
  target text check (target in ('CUSTOMER', 'CONTACT', 'DEAL', 'PRODUCT', 'PERSON')),
  currency char(3),
  name text not null check (name <> ''), name_hr text, name_en text, name_ru text,
  section text,
  required boolean not null default false,
  roles text[] not null default '{}',
  position int not null default 0,
  retired_at timestamptz,
  version int not null default 1,
  unique (kind, key),
  check ((type = 'REFERENCE') = (target is not null)),
  check ((type = 'MONEY') = (currency is not null)));
create unique index property_name on property (kind, lower(name)) where retired_at is null;

create table property_choice (
  id bigint generated always as identity primary key,
  property_id bigint not null references property on delete cascade,
  name text not null check (name <> ''),
  position int not null default 0,
  retired_at timestamptz);
create unique index property_choice_name on property_choice (property_id, lower(name));
