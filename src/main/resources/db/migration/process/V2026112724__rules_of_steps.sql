-- What a step says beside its place: whom its points are for, how it is done, what is to be done when it is entered.
alter table deal_type_step add column addressee text, add column instruction text, add column events jsonb not null default '[]';

-- Whether deals of a type must record what the customer asked for; the switch for all types is the company's.
alter table deal_type add column primary_demand boolean not null default false;

-- Who read which version of an instruction, once a version.
create table instruction_read (
  deal_type_id bigint not null references deal_type on delete cascade, steps_version int not null,
  stage_id bigint not null references stage, person_id bigint not null references person, at timestamptz not null,
  primary key (deal_type_id, steps_version, stage_id, person_id));

-- What was generated on entering a stage, so that nothing is generated twice.
create table generated_event (
  occasion text primary key, at timestamptz not null default now());
