-- A contact with a customer, held or planned: note, call, meeting, e-mail.
create table interaction (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('NOTE', 'CALL', 'MEETING', 'EMAIL')),
  state text not null check (state in ('PLANNED', 'HELD', 'FAILED', 'CANCELLED')),
  at timestamptz not null,                              -- when it took place; while planned, when it will
  state_at timestamptz not null,                        -- since when it is in its state
  direction text check (direction in ('INCOMING', 'OUTGOING')),
  counterpart text,                                     -- number (E.164) or address of somebody not matched yet
  minutes int check (minutes between 1 and 1440),
  place text, agenda text,
  subject text not null default '', text text, result text,
  importance text not null default 'NORMAL' check (importance in ('LOW', 'NORMAL', 'HIGH')),
  customer_id bigint references customer,
  deal_id bigint references deal on delete set null,    -- what it is about
  stage_id bigint references stage,                     -- where the deal stood when it was planned
  opened_deal_id bigint unique references deal on delete set null,   -- the deal that began with it
  responsible_id bigint references person,
  review_at timestamptz, reviewed_at timestamptz,
  search_text text not null,
  created_at timestamptz not null, created_by bigint references person,
  version int not null default 1,
  check (kind in ('CALL', 'EMAIL') = (direction is not null)),
  check (kind <> 'NOTE' or state = 'HELD'));
create index interaction_at on interaction (at desc, id desc);
create index on interaction (customer_id, at desc, id desc);
create index on interaction (deal_id, at desc, id desc);
create index on interaction (responsible_id, at desc, id desc);
create index interaction_planned on interaction (at, id) where state = 'PLANNED';
create index interaction_review on interaction (review_at) where review_at is not null and reviewed_at is null;
create index interaction_search on interaction using gin (search_text gin_trgm_ops);

create table interaction_contact (
  interaction_id bigint not null references interaction on delete cascade,
  contact_person_id bigint not null references contact_person on delete cascade,
  primary key (interaction_id, contact_person_id));
create index on interaction_contact (contact_person_id);

-- Our people who took part, beside the responsible one.
create table interaction_person (
  interaction_id bigint not null references interaction on delete cascade,
  person_id bigint not null references person,
  primary key (interaction_id, person_id));
create index on interaction_person (person_id);

-- What became of it and when: planned, moved to another time, held, not held, called off. Never changed.
create table interaction_state (
  id bigint generated always as identity primary key,
  interaction_id bigint not null references interaction on delete cascade,
  step text not null check (step in ('PLANNED', 'MOVED', 'HELD', 'FAILED', 'CANCELLED')),
  at timestamptz not null,                              -- the time it was planned for, moved to, or took place
  recorded_at timestamptz not null, recorded_by bigint references person);
create index on interaction_state (interaction_id, id);
create index on interaction_state (step, recorded_at);
