-- Closed deals where they were closed: days to win are counted by stage too.
drop index stage_fact_result;
create index stage_fact_result on stage_fact (type_id, closed_at)
  include (stage_id, outcome, state, standing, potential, won_seconds, won_tenths, responsible_id, source_id, opened_at)
  where standing and state <> 'OPEN' and outcome not in ('SKIPPED', 'SWITCHED');
