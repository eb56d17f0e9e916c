-- What every installation needs before any business table: the company, jobs, sessions, search.
create extension if not exists pg_trgm;

create table company (
  id smallint primary key default 1 check (id = 1),
  name text not null,
  language text not null check (language in ('hr', 'en', 'ru')),
  country char(2) not null,
  currency char(3) not null,
  time_zone text not null,
  created_at timestamptz not null default now());

-- db-scheduler keeps its jobs here.
create table scheduled_tasks (
  task_name text not null, task_instance text not null, task_data bytea,
  execution_time timestamptz not null, picked boolean not null, picked_by text,
  last_success timestamptz, last_failure timestamptz, consecutive_failures int, last_heartbeat timestamptz,
  version bigint not null, priority smallint, state text, primary key (task_name, task_instance));
create index on scheduled_tasks (execution_time);
create index on scheduled_tasks (last_heartbeat);
create index on scheduled_tasks (priority desc, execution_time asc);

-- Rate of one unit of a currency in the company's currency, from a day on.
create table currency_rate (
  currency char(3) not null, valid_from date not null, rate numeric(19, 8) not null check (rate > 0),
  primary key (currency, valid_from));
