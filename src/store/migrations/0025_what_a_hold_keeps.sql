-- What goes by its rule alone stays too while it is of a child or of a member of staff on hold: their requests for access, a load nobody decided
-- about that names them, their means of signing in.

create or replace function clear_by_rule(kind text, before date) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
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
