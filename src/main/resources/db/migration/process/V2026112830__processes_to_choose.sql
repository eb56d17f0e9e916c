-- Several processes may lead records of a kind: which ones new records may follow, and which one they follow unless told.
-- revision is what a change of these settings must have seen.
alter table record_process
  add column use_allowed boolean not null default true, add column by_default boolean not null default false,
  add column revision int not null default 1, add check (use_allowed or not by_default);
update record_process p set by_default = true
where not exists (
  select 1 from record_process e where e.subject_kind = p.subject_kind and (e.position, e.key) < (p.position, p.key));
create unique index on record_process (subject_kind) where by_default;

-- Numbers the keys of processes that people add.
create sequence record_process_number owned by record_process.key;
