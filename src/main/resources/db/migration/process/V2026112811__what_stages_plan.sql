-- Who wrote a version of a type, and when; not known of versions that are older than this table.
create table deal_type_version (
  deal_type_id bigint not null references deal_type on delete cascade, version int not null,
  made_at timestamptz, made_by bigint references person,
  primary key (deal_type_id, version));
insert into deal_type_version (deal_type_id, version)
select deal_type_id, steps_version from deal_type_step union select id, steps_version from deal_type;

-- Files of an instruction, by version like the text; the file itself belongs to the type.
create table step_file (
  deal_type_id bigint not null references deal_type on delete cascade,
  steps_version int not null, stage_id bigint not null references stage, position int not null,
  attachment_id bigint not null references attachment,
  primary key (deal_type_id, steps_version, stage_id, attachment_id));
create index on step_file (attachment_id);

-- Of which record and at which stage something was generated.
alter table generated_event
  add column subject_kind text not null, add column subject_id bigint not null,
  add column stage_id bigint not null references stage;
create index on generated_event (subject_kind, subject_id);
