-- What the company's own deals of the last two years tell: by type, stage (null = the whole deal) and responsible person
-- (null = all of them together). Written by a job and read with the stages; never the truth, always rebuildable.
create table stage_statistic (
  type_id bigint not null references deal_type on delete cascade,
  stage_id bigint references stage on delete cascade,
  person_id bigint,
  passed bigint not null, lost bigint not null,              -- decided deals
  win_good double precision not null,                        -- deals that would be won, open ones counted as open
  win_all double precision not null,                         -- of as many decided ones
  counted_at timestamptz not null);
create index on stage_statistic (type_id);
