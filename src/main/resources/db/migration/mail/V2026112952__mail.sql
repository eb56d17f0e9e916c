-- How the last letter went, for Health; one row.
create table mail_last (
  id int primary key check (id = 1),
  at timestamptz not null,
  words text);

-- Addresses whose mail was refused for good, until one is taken or somebody gives them another chance.
create table mail_refusal (
  address text primary key,
  refusals int not null,
  words text not null,
  at timestamptz not null);
