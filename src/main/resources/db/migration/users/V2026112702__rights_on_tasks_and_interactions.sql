-- What each role may at first do with tasks and interactions. Archiving a task is withdrawing it.
insert into role_right (role, resource, action, scope)
select role, resource, unnest(string_to_array(actions, ' ')), scope
from (values
  ('ADMINISTRATOR', 'TASK', 'VIEW CREATE EDIT ARCHIVE EXPORT', 'ALL'),
  ('ADMINISTRATOR', 'INTERACTION', 'VIEW CREATE EDIT ARCHIVE EXPORT', 'ALL'),
  ('HEAD_OF_SALES', 'TASK', 'VIEW CREATE EDIT ARCHIVE EXPORT', 'TEAM'),
  ('HEAD_OF_SALES', 'INTERACTION', 'VIEW CREATE EDIT ARCHIVE EXPORT', 'TEAM'),
  ('SALES_REP', 'TASK', 'VIEW CREATE EDIT ARCHIVE', 'OWN'),
  ('SALES_REP', 'INTERACTION', 'VIEW CREATE EDIT ARCHIVE', 'OWN'),
  ('TELEMARKETER', 'TASK', 'VIEW CREATE EDIT', 'OWN'),
  ('TELEMARKETER', 'INTERACTION', 'VIEW CREATE EDIT', 'OWN'),
  ('MARKETING', 'TASK', 'VIEW CREATE EDIT', 'OWN'),
  ('MARKETING', 'INTERACTION', 'VIEW', 'ALL'),
  ('ACCOUNTANT', 'TASK', 'VIEW CREATE EDIT', 'OWN'),
  ('READER', 'TASK', 'VIEW', 'ALL'),
  ('READER', 'INTERACTION', 'VIEW', 'ALL')) given (role, resource, actions, scope);
