-- Durations in tenths of a day, for medians, and from opening to winning: kept, so that no question works them out.
alter table stage_fact
  add tenths int generated always as ((seconds + 4320) / 8640) stored,
  add won_seconds bigint generated always as (case when standing and state = 'WON' and closed_at >= opened_at
    then cast(floor(extract(epoch from closed_at - opened_at)) as bigint) end) stored,
  add won_tenths int generated always as (case when standing and state = 'WON' and closed_at >= opened_at
    then (cast(floor(extract(epoch from closed_at - opened_at)) as bigint) + 4320) / 8640 end) stored;

-- Closed deals by the day they closed, with all that a closed funnel counts: it is read from these alone.
drop index stage_fact_type_id_closed_at_idx;
create index stage_fact_closed on stage_fact (type_id, closed_at)
  include (stage_id, outcome, state, standing, potential, seconds, tenths, responsible_id, source_id)
  where state <> 'OPEN' and outcome not in ('SKIPPED', 'SWITCHED');
create index stage_fact_result on stage_fact (type_id, closed_at)
  include (outcome, state, standing, potential, won_seconds, won_tenths, responsible_id, source_id)
  where standing and state <> 'OPEN' and outcome not in ('SKIPPED', 'SWITCHED');
