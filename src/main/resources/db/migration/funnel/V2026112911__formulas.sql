-- Formulas over the measures of the matrix; a retired one is no longer offered, but goes on where it is named.
create table funnel_formula (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  text text not null check (length(text) between 1 and 500),
  format text not null check (format in ('NUMBER', 'PERCENT', 'AMOUNT', 'DAYS')),
  owner_id bigint not null references person,
  retired_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now());
create unique index funnel_formula_name on funnel_formula (lower(name));
create index on funnel_formula (owner_id);
