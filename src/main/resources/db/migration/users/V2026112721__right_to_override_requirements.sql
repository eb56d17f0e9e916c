-- Who may go on although a stage's requirements are not fulfilled, with a reason.
insert into role_right (role, resource, action, scope) values
  ('ADMINISTRATOR', 'REQUIREMENT', 'EDIT', 'ALL'),
  ('HEAD_OF_SALES', 'REQUIREMENT', 'EDIT', 'TEAM');
