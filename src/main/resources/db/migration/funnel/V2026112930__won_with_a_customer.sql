-- What a customer was to the company when a deal was opened: the deals won with it before.
create index deal_fact_won on deal_fact (customer_id, closed_at) include (potential) where state = 'WON';
