-- Open deals that nothing is planned for, the largest first.
create index deal_stranded on deal (responsible_id, potential desc nulls last, id)
  where outcome = 'OPEN' and next_step_at is null;
