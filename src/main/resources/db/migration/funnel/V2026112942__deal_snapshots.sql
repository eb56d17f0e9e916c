-- How deals stood at the end of a day, counted from the deals themselves when it was over; stages and types may go since.
create table deal_snapshot (
  day date not null, type_id bigint not null, stage_id bigint, -- stage null = a type without stages
  open int not null, open_sum numeric(19, 2) not null,
  won int not null, won_sum numeric(19, 2) not null,
  lost int not null, lost_sum numeric(19, 2) not null);
create unique index on deal_snapshot (day, type_id, stage_id) nulls not distinct;

create table deal_snapshot_day (day date primary key, taken_at timestamptz not null);
