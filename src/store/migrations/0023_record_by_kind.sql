-- The record is searched by what was done: refusals, copies taken, sign-ins stand apart among a hundred times as many looks.

create index event_kind on event (authority_id, kind, seq desc);
