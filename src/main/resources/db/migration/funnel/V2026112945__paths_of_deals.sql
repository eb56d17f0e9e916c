-- The stages a deal entered, each with the first letter of its outcome there, small where the deal stands: most deals go
-- one of few ways, so what came of them is counted deal by deal instead of stage by stage.
alter table deal_fact add if not exists path text;
update deal_fact d set path = p.path
from (
  select deal_id, string_agg(stage_id || case when standing then lower(left(outcome, 1)) else left(outcome, 1) end, ' '
    order by stage_id) as path
  from stage_fact where outcome not in ('SKIPPED', 'SWITCHED') group by deal_id) p
where p.deal_id = d.deal_id;
create index if not exists deal_fact_closed on deal_fact (type_id, closed_at)
  include (state, path, potential, responsible_id, source_id, opened_at, deal_id, customer_id) where state <> 'OPEN';
