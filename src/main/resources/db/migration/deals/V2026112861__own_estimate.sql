-- The rep's own estimate of a win, percent: beside the template's probability and that of own statistics, never mixed.
alter table deal add column own_estimate smallint check (own_estimate between 0 and 100);
