-- Competitors known to be after an open deal.
create table deal_competitor (
  deal_id bigint not null references deal on delete cascade, competitor_id bigint not null references competitor,
  added_at timestamptz not null, added_by bigint references person,
  primary key (deal_id, competitor_id));
create index on deal_competitor (competitor_id);

-- What warns of a loss: since when, why, and how it ended. One that somebody acted upon comes back only with new reason.
create table risk_signal (
  id bigint generated always as identity primary key,
  deal_id bigint not null references deal on delete cascade,
  kind text not null check (kind in
    ('LATE', 'SILENT', 'UNPLANNED', 'POSTPONED', 'SHRUNK', 'COMPETITOR', 'RETURNED', 'OVERRIDDEN')),
  since timestamptz not null, noticed_at timestamptz not null,
  number int, name text,                    -- the particulars of its reason, by its kind
  until timestamptz, ending text check (ending in ('GONE', 'CLOSED', 'HANDLED')),
  handling text check (handling in ('TASK', 'REASSIGNED', 'NOTED', 'DISMISSED')),
  handled_by bigint references person, note text,
  check ((until is null) = (ending is null)),
  check ((ending = 'HANDLED') = (handling is not null) or ending is null));
create unique index risk_signal_open on risk_signal (deal_id, kind) where until is null;
create index on risk_signal (deal_id, kind);
create index risk_signal_handled on risk_signal (until desc, id desc) where ending = 'HANDLED';

-- How likely the open signals make a loss, and the money that is in danger with it.
alter table deal add column risk numeric(4, 3) not null default 0 check (risk between 0 and 1);
alter table deal add column at_risk numeric(19, 2)
  generated always as (round(round(coalesce(amount, 0) * rate, 2) * risk, 2)) stored;
create index deal_at_risk on deal (at_risk desc, id desc) include (responsible_id) where outcome = 'OPEN' and risk > 0;
