-- The stage of the last visit that somebody else than the responsible person led; null = nobody else did. So the fair
-- comparison asks no visits of the many deals that never changed hands.
alter table deal_fact add led_before bigint;
update deal_fact f set led_before = o.stage_id
from (
  select distinct on (v.deal_id) v.deal_id, v.stage_id
  from stage_visit v join deal d on d.id = v.deal_id and v.responsible_id <> d.responsible_id
  order by v.deal_id, v.seq desc) o
where o.deal_id = f.deal_id;
