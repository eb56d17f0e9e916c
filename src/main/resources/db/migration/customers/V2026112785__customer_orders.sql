-- Each order of the list keeps archived customers apart, so that a page reads what it shows.
alter table customer add archived boolean not null generated always as (archived_at is not null) stored;

drop index customer_name_hr, customer_name_ru, customer_name_en, customer_created, customer_changed,
  customer_search_prefix, customer_responsible_id_archived_at_idx, customer_source_id_idx;
create index customer_name_hr on customer (archived, name collate "hr-x-icu", id);
create index customer_name_ru on customer (archived, name collate "ru-x-icu", id);
create index customer_name_en on customer (archived, name collate "en-x-icu", id);
create index customer_created on customer (archived, created_at, id);
create index customer_changed on customer (archived, changed_at, id);
-- Names by their folded letters: only the beginning, because an index entry must fit a page.
create index customer_beginning on customer (archived, (left(search_text, 100) collate "C"), id);

-- What a filter finds when it finds few, and how many when many.
create index customer_of_person on customer (responsible_id, archived);
create index customer_of_source on customer (source_id, archived);
create index customer_of_lifecycle on customer (lifecycle, archived);
create index customer_of_kind on customer (kind, archived);
