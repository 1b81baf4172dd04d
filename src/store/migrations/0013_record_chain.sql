-- The record as a chain: each event carries the hash of the one before it in its authority, so that one that was altered, taken out or moved is
-- found (golden-thread record verify). The database links them as a transaction ends; the service can neither write nor change a link.

alter table event
  add column recorded_at timestamptz,
  add column why text not null default '',
  add column came_from text default nullif(current_setting('golden_thread.came_from', true), ''),
  add column seq bigint,
  add column prev_hash bytea,
  add column hash bytea;
comment on column event.recorded_at is 'When the database linked it; happened_at is when it was so';
comment on column event.why is 'The reason given, where one was asked for';
comment on column event.came_from is 'The network address it came from; null for the service itself and its command line';
comment on column event.seq is 'Its place in the authority''s chain, without gaps, in the order in which transactions ended';
comment on column event.prev_hash is 'The hash of the event before it; empty for the first';
comment on column event.hash is 'SHA-256 over prev_hash and event_text';

create table record_chain (
  authority_id integer primary key references authority,
  seq bigint not null,
  hash bytea not null,
  on_day date not null
);
comment on table record_chain is 'The end of each authority''s chain of events: taken for a moment as a transaction ends, so that the next link follows it';
call keep_apart('record_chain', '');

create table record_seal (
  authority_id integer not null references authority,
  sealed_on date not null,
  seq bigint not null,
  hash bytea not null,
  primary key (authority_id, sealed_on)
);
comment on table record_seal is 'The end of the chain on each day on which something happened: noted elsewhere, it proves that nothing up to then was changed since';
call keep_apart('record_seal', '');

create table look (
  authority_id integer not null references authority,
  event_id bigint not null,
  child_id integer not null,
  primary key (authority_id, event_id, child_id),
  foreign key (authority_id, event_id) references event,
  foreign key (authority_id, child_id) references child
);
create index look_child on look (authority_id, child_id, event_id desc);
comment on table look is 'Whose data an event of kind look showed; the event holds how many they were and the hash of their ids';
call keep_apart('look', 'insert');
call keep_children_apart('look');

create function event_text(e event) returns text language sql stable parallel safe as $$
  select jsonb_build_array(e.authority_id, e.event_id, to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
                           to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.person_id, e.post_id, e.kind, e.about, e.about_id,
                           e.detail, e.why, e.came_from)::text $$;
comment on function event_text(event) is 'An event as one text, the same wherever it is written: what its hash is over';

create function link_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (clock_timestamp() at time zone 'Europe/London')::date;
  tail record_chain;
  linked event;
begin
  if new.hash is not null and pg_has_role(session_user, current_user, 'member') then
    return null; -- put back by the owner, with the link it has
  end if;
  select * into tail from record_chain where authority_id = new.authority_id for update;
  if not found then
    insert into record_chain (authority_id, seq, hash, on_day) values (new.authority_id, 0, '', today) on conflict do nothing;
    select * into strict tail from record_chain where authority_id = new.authority_id for update;
  end if;
  if tail.on_day < today and tail.seq > 0 then
    insert into record_seal (authority_id, sealed_on, seq, hash) values (new.authority_id, tail.on_day, tail.seq, tail.hash);
  end if;
  select * into strict linked from event where authority_id = new.authority_id and event_id = new.event_id;
  linked.recorded_at := clock_timestamp();
  linked.hash := sha256(tail.hash || convert_to(event_text(linked), 'UTF8'));
  update event set recorded_at = linked.recorded_at, seq = tail.seq + 1, prev_hash = tail.hash, hash = linked.hash
  where authority_id = new.authority_id and event_id = new.event_id;
  update record_chain set seq = tail.seq + 1, hash = linked.hash, on_day = greatest(tail.on_day, today) where authority_id = new.authority_id;
  return null;
end $$;
comment on function link_event() is 'Puts an event at the end of its authority''s chain, and seals the day before where it is the first of a day';

-- What happened before there was a chain, in the order it was written down.
do $$
declare
  held integer;
  tail bytea;
  place bigint;
  e event;
begin
  for held in select authority_id from authority loop
    perform set_config('golden_thread.authority', held::text, true);
    tail := '';
    place := 0;
    for e in select * from event where authority_id = held order by event_id loop
      e.recorded_at := e.happened_at;
      place := place + 1;
      e.hash := sha256(tail || convert_to(event_text(e), 'UTF8'));
      update event set recorded_at = e.recorded_at, seq = place, prev_hash = tail, hash = e.hash where authority_id = held and event_id = e.event_id;
      tail := e.hash;
    end loop;
    if place > 0 then
      insert into record_chain (authority_id, seq, hash, on_day) values (held, place, tail, london_today());
    end if;
  end loop;
  perform set_config('golden_thread.authority', '', true);
end $$;

create unique index event_seq on event (authority_id, seq);
create index event_person on event (authority_id, person_id, event_id desc);
create constraint trigger link_event after insert on event deferrable initially deferred for each row execute function link_event();
