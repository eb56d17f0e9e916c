-- What each role may do at first; an administrator changes it on the page of roles and rights.
insert into role_right (role, resource, action, scope)
select 'ADMINISTRATOR', resource, action, 'ALL'
from unnest(array['CUSTOMER', 'DEAL', 'PRODUCT', 'PROCESS', 'FUNNEL', 'IMPORT', 'PEOPLE', 'SYSTEM']) resource
cross join unnest(array['VIEW', 'CREATE', 'EDIT', 'ARCHIVE', 'EXPORT']) action;

insert into role_right (role, resource, action, scope)
select role, resource, unnest(string_to_array(actions, ' ')), scope
from (values
  ('HEAD_OF_SALES', 'CUSTOMER', 'VIEW CREATE EDIT ARCHIVE EXPORT', 'TEAM'),
  ('HEAD_OF_SALES', 'DEAL', 'VIEW CREATE EDIT ARCHIVE EXPORT', 'TEAM'),
  ('HEAD_OF_SALES', 'FUNNEL', 'VIEW EXPORT', 'TEAM'),
  ('HEAD_OF_SALES', 'PRODUCT', 'VIEW CREATE EDIT ARCHIVE EXPORT', 'ALL'),
  ('HEAD_OF_SALES', 'PROCESS', 'VIEW EDIT', 'ALL'),
  ('HEAD_OF_SALES', 'IMPORT', 'VIEW CREATE', 'TEAM'),
  ('HEAD_OF_SALES', 'PEOPLE', 'VIEW', 'TEAM'),
  ('SALES_REP', 'CUSTOMER', 'VIEW CREATE EDIT ARCHIVE', 'OWN'),
  ('SALES_REP', 'DEAL', 'VIEW CREATE EDIT ARCHIVE', 'OWN'),
  ('SALES_REP', 'FUNNEL', 'VIEW', 'OWN'),
  ('SALES_REP', 'PRODUCT', 'VIEW', 'ALL'),
  ('SALES_REP', 'PROCESS', 'VIEW', 'ALL'),
  ('TELEMARKETER', 'CUSTOMER', 'VIEW CREATE EDIT', 'TEAM'),
  ('TELEMARKETER', 'DEAL', 'VIEW CREATE EDIT', 'OWN'),
  ('TELEMARKETER', 'FUNNEL', 'VIEW', 'OWN'),
  ('TELEMARKETER', 'PRODUCT', 'VIEW', 'ALL'),
  ('TELEMARKETER', 'PROCESS', 'VIEW', 'ALL'),
  ('MARKETING', 'CUSTOMER', 'VIEW CREATE EDIT EXPORT', 'ALL'),
  ('MARKETING', 'DEAL', 'VIEW', 'ALL'),
  ('MARKETING', 'FUNNEL', 'VIEW EXPORT', 'ALL'),
  ('MARKETING', 'IMPORT', 'VIEW CREATE', 'ALL'),
  ('MARKETING', 'PRODUCT', 'VIEW', 'ALL'),
  ('MARKETING', 'PROCESS', 'VIEW', 'ALL'),
  ('ACCOUNTANT', 'CUSTOMER', 'VIEW', 'ALL'),
  ('ACCOUNTANT', 'DEAL', 'VIEW', 'ALL'),
  ('ACCOUNTANT', 'PRODUCT', 'VIEW EDIT', 'ALL'),
  ('READER', 'CUSTOMER', 'VIEW', 'ALL'),
  ('READER', 'DEAL', 'VIEW', 'ALL'),
  ('READER', 'PRODUCT', 'VIEW', 'ALL'),
  ('READER', 'FUNNEL', 'VIEW', 'ALL'),
  ('READER', 'PROCESS', 'VIEW', 'ALL')) given (role, resource, actions, scope);
