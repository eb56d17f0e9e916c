-- When somebody was last in touch with the customer, told by interactions.
alter table customer add column last_contact_at timestamptz;
create index customer_contact on customer (last_contact_at) where archived_at is null;
