-- Few deals have an estimate of their own: the funnel looks at these alone.
create index deal_estimated on deal (id) where own_estimate is not null;
