-- Which rows belong to the demo company, so that one button removes them and nothing else.
create table demo_record (
  kind text not null, record_id bigint not null,
  primary key (kind, record_id));

-- Removes the demo rows of a table. One that a real row refers to stays: it is real from then on.
create function remove_demo_rows(kind_name text) returns bigint language plpgsql as $$
declare
  unused text;
  removed bigint;
  total bigint := 0;
begin
  select coalesce(string_agg(
      format('and not exists (select from %s r where r.%I = t.id)', c.conrelid::regclass, a.attname), ' '), '')
    into unused
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confrelid = kind_name::regclass and c.confdeltype = 'a' and cardinality(c.conkey) = 1;
  loop
    execute format('delete from %1$I t using demo_record d where d.kind = %1$L and d.record_id = t.id %2$s',
      kind_name, unused);
    get diagnostics removed = row_count;
    total := total + removed;
    exit when removed = 0;
  end loop;
  delete from demo_record where kind = kind_name;
  return total;
end $$;
