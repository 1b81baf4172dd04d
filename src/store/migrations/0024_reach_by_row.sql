-- Whether a child is in reach is asked for the child of each row where a statement reads few, and of a list made once where it reads many:
-- the planner chooses. What whoever asks reaches is read once for a statement.

create or replace view child_in_scope as
  select a.child_id from child_allocation a
  where a.authority_id = current_authority()
    and (a.team_ref = any ((select array_agg(r.team_ref) from own_reach r where r.team_ref is not null)::text[])
           and (a.until_on is null or a.until_on >= london_today() - 365)
         or a.worker_ref = any ((select array_agg(r.worker_ref) from own_reach r where r.worker_ref is not null)::text[])
           and (a.until_on is null or a.until_on >= london_today()));

-- As before it lays the policy on a table about children, and takes the place of one that is there.
create or replace procedure keep_children_apart(kept regclass) language plpgsql as $$
declare
  may_be_null boolean;
  sees_all text := '(select current_work() is not null or exists (select 1 from own_reach where scope = ''authority''))';
  sees_it text := format(' or exists (select 1 from child_in_scope s where s.child_id = %s.child_id)', kept);
begin
  select not attnotnull into may_be_null from pg_attribute where attrelid = kept and attname = 'child_id' and not attisdropped;
  if may_be_null then
    sees_all := '(select case when current_work() is not null then 2 else coalesce(max(case scope when ''authority'' then 2 else 1 end), 0) end from own_reach)'
                || ' > case when child_id is null then 0 else 1 end';
  end if;
  execute format('drop policy if exists children_in_scope on %s', kept);
  execute format('create policy children_in_scope on %s as restrictive to golden_thread_service using (%s%s)', kept, sees_all,
                 case when may_be_null is null then '' else sees_it end);
end $$;

do $$
declare
  kept record;
begin
  for kept in select tablename from pg_policies where schemaname = 'public' and policyname = 'children_in_scope' order by 1 loop
    execute format('call keep_children_apart(%L)', kept.tablename);
  end loop;
end $$;
drop function children_in_scope();
