-- Every kind of record has its rule: what is reviewed before it goes, what goes by itself, and a hold that stops either in the database.

alter table retention_period rename column years to length;
alter table retention_period drop constraint retention_period_years_check;
alter table retention_period add constraint retention_period_length_check check (length between 1 and 3660);
alter table retention_period add column unit text not null default 'years' check (unit in ('years', 'months', 'days'));
alter table retention_period alter column unit drop default;
comment on column retention_period.length is 'How many of the unit; null where it is as it comes again';

alter table legal_hold add column staff_id integer;
alter table legal_hold add foreign key (authority_id, staff_id) references person (authority_id, person_id);
alter table legal_hold add check (num_nonnulls(child_id, staff_id) < 2);
comment on column legal_hold.child_id is 'Null for a hold on a member of staff, or on everything the authority keeps';
comment on column legal_hold.staff_id is 'The member of staff, partner or board member of whom what is held is kept';

alter table disposal alter column recorded_by drop not null;
comment on column disposal.children is 'How many were reviewed of the kind: children, meetings, people; none where it went by its rule';
comment on column disposal.recorded_by is 'Who reviewed it; null for what went by its rule alone';
create index disposal_kind on disposal (authority_id, kind, disposal_id desc);

alter table person add column forgotten_on date;
comment on column person.forgotten_on is 'The day their e-mail address, number in the case system and means of signing in were disposed of; their name stays, so that the record still says who did what';

-- What is asked of whoever disposes of anything after a review: that they are the data protection officer, and that nothing keeps everything.
create function may_dispose() returns integer language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  held integer := current_authority();
begin
  if held is null or not exists (
    select 1 from reach r join post p using (authority_id, post_id)
    where r.authority_id = held and r.person_id = current_person() and r.post_id = coalesce(acting_post(), r.post_id)
      and r.scope = 'authority' and r.begins_at <= now() and r.ends_at > now() and p.role = 'data-protection-officer') then
    raise exception 'only a data protection officer disposes of records' using errcode = 'insufficient_privilege';
  end if;
  if holds_everything() then
    raise exception 'a legal hold keeps these records' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  return held;
end $$;
comment on function may_dispose() is 'The authority, for a data protection officer where no hold keeps everything; throws otherwise';

create function holds_everything() returns boolean language sql stable as
  $$ select exists (select 1 from legal_hold where authority_id = current_authority() and lifted_on is null and child_id is null and staff_id is null) $$;
comment on function holds_everything() is 'Whether a legal hold on everything is in force';

create or replace function dispose_of_children(these integer[]) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held integer := may_dispose();
  gone integer := 0;
  went integer;
begin
  if exists (select 1 from legal_hold h where h.authority_id = held and h.lifted_on is null and h.child_id = any(these)) then
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

create function dispose_of_meetings(these integer[]) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held integer := may_dispose();
  gone integer := 0;
  went integer;
begin
  if exists (select 1 from performance_meeting m where m.authority_id = held and m.performance_meeting_id = any(these) and m.held_on > london_today() - 365) then
    raise exception 'minutes of the last year are not disposed of' using errcode = 'check_violation', constraint = 'old_enough';
  end if;
  if exists (
    select 1 from legal_hold h join meeting_exception x using (authority_id, child_id)
    where h.authority_id = held and h.lifted_on is null and x.performance_meeting_id = any(these)) then
    raise exception 'a legal hold keeps these records' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  delete from meeting_exception where authority_id = held and performance_meeting_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  update case_reason set performance_meeting_id = null where authority_id = held and performance_meeting_id = any(these);
  delete from performance_meeting where authority_id = held and performance_meeting_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  return gone;
end $$;
comment on function dispose_of_meetings(integer[]) is 'Deletes these performance meetings with the lines of children in them; the reasons given there stay with the child. For a data protection officer, where no legal hold keeps a child who stands in one';

create function dispose_of_staff(these integer[]) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held integer := may_dispose();
  gone integer := 0;
  went integer;
begin
  if exists (select 1 from legal_hold h where h.authority_id = held and h.lifted_on is null and h.staff_id = any(these)) then
    raise exception 'a legal hold keeps these records' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  if exists (select 1 from post_holding h where h.authority_id = held and h.person_id = any(these) and (h.to_on is null or h.to_on >= london_today())) then
    raise exception 'someone who holds a post has not left' using errcode = 'check_violation', constraint = 'has_left';
  end if;
  delete from session where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from account where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from authenticator where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from passkey where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from recovery_code where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from invitation where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from directory_link where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from saved_view where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  update person set email = 'left-' || person_id || '@invalid', worker_ref = null, forgotten_on = london_today() where authority_id = held and person_id = any(these);
  get diagnostics went = row_count;
  return gone + went;
end $$;
comment on function dispose_of_staff(integer[]) is 'Takes away the e-mail address, every means of signing in and the saved views of people who hold no post any more; their names stay. For a data protection officer, where no legal hold keeps them';

create function dispose_of_files(these integer[]) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held integer := may_dispose();
  gone integer;
begin
  if exists (select 1 from attachment a where a.authority_id = held and a.attachment_id = any(these) and a.audience <> 'children') then
    raise exception 'files that tell of no child go with the plan' using errcode = 'check_violation', constraint = 'tells_of_children';
  end if;
  insert into attachment_removal (authority_id, attachment_id, reason, removed_on, removed_by)
  select held, a.attachment_id, 'Disposed of after a review', london_today(), current_person()
  from attachment a left join attachment_removal r using (authority_id, attachment_id)
  where a.authority_id = held and a.attachment_id = any(these) and r.attachment_id is null;
  update attachment_content set name = 'disposed of' where authority_id = held and attachment_id = any(these);
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function dispose_of_files(integer[]) is 'Takes away the content and the names of files that only those who see every child may open; that there was one stays with the evidence';

-- Kinds with nothing in them to review: the service clears them every day by their rule. A hold on everything stops that too, and what is of a
-- child or of a member of staff on hold stays: their requests for access, a load nobody decided about that names them, their means of signing in.
create function clear_by_rule(kind text, before date) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held integer := current_authority();
  gone integer := 0;
  went integer;
  undecided integer[];
  kept integer[] := array(select staff_id from legal_hold h where h.authority_id = held and h.lifted_on is null and staff_id is not null);
begin
  if held is null or before > london_today() - 30 then
    raise exception 'nothing of the last thirty days is cleared' using errcode = 'check_violation', constraint = 'old_enough';
  end if;
  if holds_everything() then
    return 0;
  end if;
  case kind
    when 'signing-in' then
      delete from session where authority_id = held and seen_at < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from sign_in_try where authority_id = held and began_at < before;
      get diagnostics went = row_count; gone := gone + went;
      delete from invitation where authority_id = held and coalesce(used_at, withdrawn_at, ends_at) < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from recovery_code where authority_id = held and coalesce(used_at, withdrawn_at) < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from authenticator where authority_id = held and removed_at < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from passkey where authority_id = held and removed_at < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from directory_link where authority_id = held and ended_at < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
    when 'work' then
      delete from job where authority_id = held and state in ('done', 'failed') and finished_at < before;
      get diagnostics gone = row_count;
    when 'problems' then
      delete from load_problem p using snapshot s
      where p.authority_id = held and s.authority_id = held and s.snapshot_id = p.snapshot_id and coalesce(s.kept_at, s.set_aside_at) < before;
      get diagnostics gone = row_count;
    when 'requests' then
      delete from access_request r where r.authority_id = held and r.answered_on < before
        and (r.person_id is null or r.person_id <> all(kept))
        and not exists (select 1 from person n where n.authority_id = held and n.person_id = any(kept) and n.worker_ref = r.worker_ref)
        and not exists (select 1 from legal_hold h where h.authority_id = held and h.lifted_on is null and h.child_id = r.child_id);
      get diagnostics gone = row_count;
    when 'undecided' then
      select array_agg(s.snapshot_id) into undecided from snapshot s
      where s.authority_id = held and s.state in ('reading', 'refused', 'staged') and s.staged_at < before
        and not exists (
          select 1 from legal_hold h join child c using (authority_id, child_id)
          join staged_record r on r.authority_id = held and r.snapshot_id = s.snapshot_id and r.person_ref = c.person_ref
          where h.authority_id = held and h.lifted_on is null);
      delete from load_file where authority_id = held and snapshot_id = any(undecided);
      get diagnostics went = row_count; gone := gone + went;
      delete from staged_record where authority_id = held and snapshot_id = any(undecided);
      get diagnostics went = row_count; gone := gone + went;
      update snapshot set state = 'set-aside', set_aside_at = now() where authority_id = held and snapshot_id = any(undecided);
      get diagnostics went = row_count; gone := gone + went;
    when 'drafts' then
      delete from plan_draft where authority_id = held and kept_at is null and made_at < before;
      get diagnostics went = row_count; gone := gone + went;
      for went in select document_id from document where authority_id = held and added_at < before loop
        begin
          delete from document where authority_id = held and document_id = went;
          gone := gone + 1;
        exception when foreign_key_violation then
          null; -- a plan, a source or a piece of evidence stands on it
        end;
      end loop;
    else
      raise exception 'no kind that goes by its rule: %', kind using errcode = 'check_violation', constraint = 'goes_by_rule';
  end case;
  return gone;
end $$;
comment on function clear_by_rule(text, date) is 'Deletes what is older than a day of a kind that needs no review, and answers how many rows went; none while a hold keeps everything';

revoke all on function may_dispose(), dispose_of_meetings(integer[]), dispose_of_staff(integer[]), dispose_of_files(integer[]), clear_by_rule(text, date) from public;
grant execute on function dispose_of_meetings(integer[]), dispose_of_staff(integer[]), dispose_of_files(integer[]), clear_by_rule(text, date) to golden_thread_service;
