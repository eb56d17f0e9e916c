-- How many contacts a deal has, planned ones included; 0 is marked until there is one.
alter table deal add column touches int not null default 0;
create index deal_untouched on deal (id desc) where touches = 0 and outcome = 'OPEN';
create index deal_contact on deal (last_contact_at) where outcome = 'OPEN';
