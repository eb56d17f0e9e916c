-- What a filter of the list finds when it finds few.
create index deal_of_type on deal (type_id, outcome);
create index deal_of_stage on deal (stage_id);
create index deal_of_source on deal (source_id);
create index deal_of_reason on deal (loss_reason_id) where loss_reason_id is not null;
