-- Who needed help at the end of each day (of the present day: so far), to compare with a week later. Rebuilt by an hourly
-- job; days older than two months go.
create table overview_need (
  day date not null,
  person_id bigint not null references person on delete cascade,
  late int not null, silent int not null, unplanned int not null, overdue int not null,
  primary key (day, person_id));
