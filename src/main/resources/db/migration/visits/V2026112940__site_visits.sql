-- The website whose visits are counted: its key stands in the line of script there. No row = nothing is counted.
create table visited_site (
  id int primary key check (id = 1),
  key text not null,
  since timestamptz not null default now());

-- Visits of a day by where they came from and the page they began at. Nothing tells one visitor from another.
create table site_visit (
  day date not null,
  source text not null,           -- name of a campaign, host of the site they came from; empty = neither is known
  page text not null,             -- path of the first page; empty = beyond the number of pages kept apart a day
  visits bigint not null check (visits >= 0),
  primary key (day, source, page));
