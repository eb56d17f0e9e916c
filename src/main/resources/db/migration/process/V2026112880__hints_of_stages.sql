-- What the company says to do where a stage loses or holds deals; without a row the text that came along is shown.
create table stage_hint (
  stage_id bigint primary key references stage on delete cascade,
  own text,                                                  -- null = the text that came along, again
  version int not null default 1);
