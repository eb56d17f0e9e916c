-- How far an open deal is proven, where its type demands evidence; null where there is nothing to prove.
alter table deal add column proven_stage_id bigint references stage;
create index on deal (proven_stage_id) where proven_stage_id is not null;
