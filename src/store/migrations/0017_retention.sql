-- How long each kind of record is kept, what may not be disposed of for a reason, and what was disposed of: an event and no child's data.

create table retention_period (
  authority_id integer not null references authority,
  retention_period_id integer generated always as identity,
  kind text not null check (kind <> ''),
  years integer check (years between 1 and 150),
  why text not null check (why <> ''),
  said_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, retention_period_id),
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
comment on table retention_period is 'How long a kind of record is kept, where that is not what it comes with. Only added to: the latest of a kind stands';
comment on column retention_period.kind is 'The kind of record by its id';
comment on column retention_period.years is 'Null where it is as it comes again';
call keep_apart('retention_period', 'insert');

create table legal_hold (
  authority_id integer not null references authority,
  legal_hold_id integer generated always as identity,
  child_id integer,
  reason text not null check (reason <> ''),
  held_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  lifted_on date check (lifted_on >= held_on),
  lifted_by integer,
  lifted_why text,
  primary key (authority_id, legal_hold_id),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, lifted_by) references person (authority_id, person_id),
  check ((lifted_on is null) = (lifted_by is null))
);
create index legal_hold_child on legal_hold (authority_id, child_id);
comment on table legal_hold is 'Nothing of a child, or of anybody, is disposed of while it is in force: an inquiry, a claim, a police investigation';
comment on column legal_hold.child_id is 'Null for a hold on everything the authority keeps';
call keep_apart('legal_hold', 'insert, update');
call keep_children_apart('legal_hold');

create table disposal (
  authority_id integer not null references authority,
  disposal_id integer generated always as identity,
  kind text not null check (kind <> ''),
  children integer not null default 0,
  rows integer not null,
  rule text not null,
  why text not null check (why <> ''),
  disposed_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, disposal_id),
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
comment on table disposal is 'What was disposed of: how much of which kind, by which rule, who reviewed it and why. Whose it was is nowhere any more';
comment on column disposal.rule is 'The rule as it stood then, in words';
call keep_apart('disposal', 'insert');

-- The service may not delete what it keeps of children: this does, for children whom the review names and no hold keeps, and says how many rows.
-- A child themselves stays as a number without a name, so that the record of who looked still says that there was one; their number in the case
-- system and everything that was known of them goes.
alter table child add column disposed_on date;
comment on column child.disposed_on is 'The day all that was known of them was disposed of; null while it is kept';

create function dispose_of_children(these integer[]) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held integer := current_authority();
  gone integer := 0;
  went integer;
begin
  if held is null or not exists (
    select 1 from reach r join post p using (authority_id, post_id)
    where r.authority_id = held and r.person_id = current_person() and r.post_id = coalesce(acting_post(), r.post_id)
      and r.scope = 'authority' and r.begins_at <= now() and r.ends_at > now() and p.role = 'data-protection-officer') then
    raise exception 'only a data protection officer disposes of records' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from legal_hold h where h.authority_id = held and h.lifted_on is null and (h.child_id is null or h.child_id = any(these))) then
    raise exception 'a legal hold keeps these records' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  delete from measure_case where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from meeting_exception where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from case_reason where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from child_allocation where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from child_record where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  update child set person_ref = 'disposed-' || child_id, disposed_on = london_today() where authority_id = held and child_id = any(these);
  return gone;
end $$;
comment on function dispose_of_children(integer[]) is 'Deletes all that is known of these children, for a data protection officer and where no legal hold keeps it; answers how many rows went';
revoke all on function dispose_of_children(integer[]) from public;
grant execute on function dispose_of_children(integer[]) to golden_thread_service;
