-- What a customer complains about. Its way is that of its process; here stand what was received and what came of it.
create table complaint (
  id bigint generated always as identity primary key,
  process text not null references record_process,
  customer_id bigint not null references customer,
  contact_person_id bigint references contact_person on delete set null,
  deal_id bigint references deal on delete set null,
  subject text not null check (subject <> ''), description text,
  channel text not null check (channel in ('PHONE', 'EMAIL', 'IN_PERSON', 'LETTER', 'WEB')),
  received_at timestamptz not null,
  urgency text not null default 'NORMAL' check (urgency in ('LOW', 'NORMAL', 'HIGH')),
  responsible_id bigint references person,
  finding text check (finding in ('JUSTIFIED', 'UNJUSTIFIED', 'WITHDRAWN')), reasons text, compensation text,
  closed_at timestamptz, ended_as text,      -- what the route calls its end; null when it was ended before
  search_text text not null,
  created_at timestamptz not null, created_by bigint references person,
  version int not null default 1,
  check (closed_at is not null or ended_as is null));
create index complaint_received on complaint (received_at desc, id desc);
create index complaint_open on complaint (received_at desc, id desc) where closed_at is null;
create index on complaint (customer_id, received_at desc, id desc);
create index on complaint (deal_id, received_at desc, id desc);
create index on complaint (responsible_id, received_at desc, id desc);
create index on complaint (contact_person_id);
create index on complaint (process);
create index complaint_search on complaint using gin (search_text gin_trgm_ops);

-- A complaint goes only with the demo company; what its process wrote and the rows of its files go with it.
create function complaint_takes_its_process_along() returns trigger language plpgsql as $$
begin
  delete from process_point p using process_run r
    where p.run_id = r.id and r.subject_kind = 'complaint' and r.subject_id = old.id;
  delete from process_run where subject_kind = 'complaint' and subject_id = old.id;
  delete from attachment where subject_kind = 'complaint' and subject_id = old.id;
  return old;
end $$;
create trigger complaint_process after delete on complaint
  for each row execute function complaint_takes_its_process_along();
