-- What each role may at first do with complaints. Archiving one is ending it before its process does.
insert into role_right (role, resource, action, scope)
select role, 'COMPLAINT', unnest(string_to_array(actions, ' ')), scope
from (values
  ('ADMINISTRATOR', 'VIEW CREATE EDIT ARCHIVE EXPORT', 'ALL'),
  ('HEAD_OF_SALES', 'VIEW CREATE EDIT ARCHIVE EXPORT', 'TEAM'),
  ('SALES_REP', 'VIEW CREATE EDIT ARCHIVE', 'OWN'),
  ('TELEMARKETER', 'VIEW CREATE EDIT', 'OWN'),
  ('MARKETING', 'VIEW', 'ALL'),
  ('ACCOUNTANT', 'VIEW', 'ALL'),
  ('READER', 'VIEW', 'ALL')) given (role, actions, scope);
