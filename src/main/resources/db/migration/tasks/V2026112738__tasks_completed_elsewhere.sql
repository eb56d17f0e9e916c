-- Where a task is completed when not in its own form, such as the results of a closed deal.
alter table task add column form_href text;

-- The calendar shows what is open, reported and done.
create index task_calendar on task (executor_id, due_order) where state <> 'WITHDRAWN';
create index task_calendar_of_all on task (due_order) where state <> 'WITHDRAWN';
