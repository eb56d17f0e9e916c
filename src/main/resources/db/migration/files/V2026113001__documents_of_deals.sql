-- The list of the documents of all deals, newest first, and their number by kind.
create index attachment_of_deals on attachment (attached_at desc, id desc)
  where subject_kind = 'deal' and archived_at is null;
create index attachment_of_deals_by_kind on attachment (kind, attached_at desc, id desc) include (subject_id)
  where subject_kind = 'deal' and archived_at is null;
