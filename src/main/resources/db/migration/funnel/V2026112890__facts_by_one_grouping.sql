-- Closed deals where they were closed: days to win are counted by stage too.
drop index stage_fact_result;
create index stage_fact_result on stage_fact (type_id, closed_at)
  include (stage_id, outcome, state, standing, potential, won_seconds, won_tenths, responsible_id, source_id, opened_at)
  where standing and state <> 'OPEN' and outcome not in ('SKIPPED', 'SWITCHED');

-- Open deals where they stand, with all that an active funnel counts.
drop index stage_fact_type_id_idx;
create index stage_fact_standing on stage_fact (type_id)
  include (stage_id, outcome, state, standing, potential, responsible_id, source_id, opened_at, open_since, seconds)
  where standing and state = 'OPEN';

-- Closed deals that no period can hold: without it every open deal is looked at.
create index deal_fact_undated on deal_fact (type_id) where state <> 'OPEN' and closed_at is null;
