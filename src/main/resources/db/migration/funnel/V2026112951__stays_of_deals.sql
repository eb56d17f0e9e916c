-- All that the columns in memory hold of a deal in its one row, so that they are read from a fifth of the rows: of the
-- stages of its path, in the same order, the seconds spent there, and the amounts in minor units at entry and exit, each
-- eight bytes and the least number where it is not known. Amounts are left out where none differs from that of the deal.
alter table deal_fact add stays bytea, add amounts bytea, add open_since timestamptz;

-- The greatest number stands for what eight bytes cannot hold.
create function minor_units(amount numeric) returns bytea immutable parallel safe
  return int8send(case when amount is null then -9223372036854775808
    when abs(amount) < 90000000000000000 then cast(amount * 100 as bigint) else 9223372036854775807 end);

update deal_fact d set stays = p.stays, amounts = p.amounts, open_since = p.open_since
from (
  select deal_id, max(open_since) as open_since,
    string_agg(int8send(coalesce(seconds, -9223372036854775808)), '' order by stage_id) as stays,
    case when not bool_and(entry_potential is not distinct from potential
        and exit_potential is not distinct from case when outcome <> 'OPEN' then potential end)
      then string_agg(minor_units(entry_potential) || minor_units(exit_potential), '' order by stage_id) end as amounts
  from stage_fact where outcome not in ('SKIPPED', 'SWITCHED') group by deal_id) p
where p.deal_id = d.deal_id;
