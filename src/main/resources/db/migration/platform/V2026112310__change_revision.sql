-- Grows with every change of business data, so that each instance notices what another one committed.
create sequence change_revision;
