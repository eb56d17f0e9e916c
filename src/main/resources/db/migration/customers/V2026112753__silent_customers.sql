-- Whom nobody has been in touch with for long, customers that nobody ever was in touch with from their beginning on.
drop index customer_contact;
create index customer_silence on customer ((coalesce(last_contact_at, created_at))) where archived_at is null;
