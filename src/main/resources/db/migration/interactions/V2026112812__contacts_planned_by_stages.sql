-- What an event planned once, so that it never does twice, and whether it fell to a head as there was nobody else.
alter table interaction
  add column source_key text unique, add column fell_to_head boolean not null default false;
