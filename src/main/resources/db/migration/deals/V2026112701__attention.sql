-- What interactions and tasks know of a deal, kept where every list, board and warning reads it.
alter table deal add column last_contact_at timestamptz, add column next_step_at timestamptz;
