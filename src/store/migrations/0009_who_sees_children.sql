-- Who sees which child: teams, what a post reaches, cover with a last day, and policies on every table about children, so that a forgotten
-- "where" shows nobody a child that their post does not need.

create function current_person() returns integer language sql stable parallel safe as
  $$ select nullif(current_setting('golden_thread.person', true), '')::integer $$;
comment on function current_person() is 'Who this transaction is for, set by SET LOCAL golden_thread.person; null before anyone has signed in';

create function acting_post() returns integer language sql stable parallel safe as
  $$ select nullif(current_setting('golden_thread.post', true), '')::integer $$;
comment on function acting_post() is 'The post they act in, set by SET LOCAL golden_thread.post: then only what it reaches is seen. Null where none is set, and then all they hold counts';

create function current_work() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('golden_thread.work', true), '') $$;
comment on function current_work() is 'What the service does by itself here, set by SET LOCAL golden_thread.work (load-children); null where it answers a person';

create function london_today() returns date language sql stable parallel safe as
  $$ select (now() at time zone 'Europe/London')::date $$;
comment on function london_today() is 'The day by which holdings and allocations begin and end';

create table role_scope (
  role text primary key,
  scope text not null check (scope in ('authority', 'service', 'team', 'own-children', 'own-actions', 'own-organisation', 'none')),
  must_end boolean not null default false
);
comment on table role_scope is 'How far each role reaches, as terms/permission.ts says: the same for every authority';
comment on column role_scope.must_end is 'True where a holding of such a post must have a last day from the start';
grant select on role_scope to golden_thread_service;
insert into role_scope (role, scope, must_end) values
  ('director', 'authority', false), ('head-of-service', 'service', false), ('service-manager', 'service', false), ('team-manager', 'team', false),
  ('social-worker', 'own-children', false), ('reviewing-officer', 'own-children', false), ('personal-adviser', 'own-children', false),
  ('auditor', 'own-children', false), ('qa-manager', 'authority', false), ('analyst', 'authority', false), ('programme-manager', 'none', false),
  ('board-chair', 'none', false), ('board-member', 'none', false), ('elected-member', 'none', false), ('partner-lead', 'own-organisation', false),
  ('dfe-adviser', 'none', false), ('inspector', 'authority', true), ('shadow-board-member', 'none', false), ('young-people-representative', 'none', false),
  ('data-protection-officer', 'authority', false), ('administrator', 'none', false);

create table team (
  authority_id integer not null references authority,
  team_id integer generated always as identity,
  name text not null check (name <> ''),
  team_ref text check (team_ref <> ''),
  service text not null default '',
  manager_post_id integer,
  primary key (authority_id, team_id),
  unique (authority_id, name),
  foreign key (authority_id, manager_post_id) references post (authority_id, post_id)
);
create unique index team_ref_once on team (authority_id, team_ref);
comment on table team is 'A team of the council that works with children, in a service';
comment on column team.team_ref is 'Its number in the case management system, by which allocations name it; null where it has none';
comment on column team.service is 'The service it belongs to, by name: who answers for the service sees the children of its teams';
call keep_apart('team', 'insert, update');

alter table post add column team_id integer, add column service text not null default '',
  add foreign key (authority_id, team_id) references team (authority_id, team_id);
create index post_team on post (authority_id, team_id);
comment on column post.team_id is 'The team it is in; a post that reaches a team reaches this one';
comment on column post.service is 'The service it answers for, as team.service names it';

alter table person add column worker_ref text check (worker_ref <> '');
create unique index person_worker_ref on person (authority_id, worker_ref);
comment on column person.worker_ref is 'Their number in the case management system, by which children are allocated to them';

alter table post_holding add column basis text not null default 'holds' check (basis in ('holds', 'covers', 'delegated')),
  add column reason text not null default '',
  add constraint cover_ends check (basis = 'holds' or to_on is not null);
comment on column post_holding.basis is 'holds: it is theirs; covers: they stand in while its holder is away; delegated: its holder lets them act in it. The last two have a last day';

-- Nobody is let in without a last day to a post whose role asks for one.
create function refuse_without_last_day() returns trigger language plpgsql as $$
begin
  if exists (select 1 from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
             where h.authority_id = new.authority_id and h.post_id = new.post_id and s.must_end and h.to_on is null) then
    raise exception 'who holds this post must have a last day' using errcode = 'check_violation', constraint = 'last_day_is_set';
  end if;
  return null;
end $$;
create constraint trigger last_day_is_set after insert or update on post_holding for each row execute function refuse_without_last_day();
create constraint trigger last_day_is_set after update of role on post for each row execute function refuse_without_last_day();

-- What the person reaches today by each post they act in, and whose children those are: their own, or those of whom they cover.
create function own_reach() returns table (scope text, team_ref text, service text, worker_ref text) language sql stable as $$
  select s.scope, t.team_ref, nullif(p.service, ''), n.worker_ref
  from post_holding h
  join post p on p.authority_id = h.authority_id and p.post_id = h.post_id
  join role_scope s on s.role = p.role
  left join team t on t.authority_id = p.authority_id and t.team_id = p.team_id
  left join post_holding o on o.authority_id = h.authority_id and s.scope = 'own-children'
    and (h.basis = 'holds' and o.post_holding_id = h.post_holding_id or h.basis <> 'holds' and o.post_id = h.post_id and o.basis = 'holds'
         and o.from_on <= london_today() and (o.to_on is null or o.to_on >= london_today()))
  left join person n on n.authority_id = o.authority_id and n.person_id = o.person_id
  where h.authority_id = current_authority() and h.person_id = current_person() and (acting_post() is null or h.post_id = acting_post())
    and h.from_on <= london_today() and (h.to_on is null or h.to_on >= london_today()) $$;
comment on function own_reach() is 'What whoever asks reaches today, a row for each post they hold or cover';

create function sees_all_children() returns boolean language plpgsql stable as $$
begin
  return current_work() is not null or exists (
    select 1 from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
    where h.authority_id = current_authority() and h.person_id = current_person() and (acting_post() is null or h.post_id = acting_post())
      and h.from_on <= london_today() and (h.to_on is null or h.to_on >= london_today()) and s.scope = 'authority');
end $$;
comment on function sees_all_children() is 'Whether every child of the authority is in reach of whoever asks: named work of the service itself, or a post that reaches the authority';

create function sees_some_children() returns boolean language plpgsql stable as $$
begin
  return sees_all_children() or exists (select 1 from own_reach() r where r.scope in ('service', 'team', 'own-children'));
end $$;
comment on function sees_some_children() is 'Whether whoever asks works with children: what belongs to no child (workers, teams) is for them';

-- An allocation that ended counts for its team and service for twelve months, as the figures of the year do; for a worker it ends with its last day.
create function children_in_scope() returns setof integer language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  workers text[];
  teams text[];
begin
  select array_agg(r.worker_ref) filter (where r.scope = 'own-children'),
         array_agg(r.team_ref) filter (where r.scope = 'team')
         || array(select t.team_ref from team t where t.authority_id = current_authority()
                  and t.service in (select o.service from own_reach() o where o.scope = 'service'))
    into workers, teams from own_reach() r;
  return query
    select a.child_id from child_allocation a
    where a.authority_id = current_authority() and a.worker_ref = any(workers) and (a.until_on is null or a.until_on >= london_today())
    union
    select a.child_id from child_allocation a
    where a.authority_id = current_authority() and a.team_ref = any(teams) and (a.until_on is null or a.until_on >= london_today() - interval '12 months');
end $$;
comment on function children_in_scope() is 'The children in reach of whoever asks by service, team or allocation';

create function sees_child(child integer) returns boolean language sql stable as
  $$ select sees_all_children() or sees_child.child in (select children_in_scope()) $$;
comment on function sees_child(integer) is 'Whether a child is in reach of whoever asks';

-- Lays the policy on a table about children: on rows of a child by its child_id, on rows of none (workers, teams) for who works with children, and
-- where there is no such column (what a load staged) for who sees every child. It stands beside own_authority: a row must pass both.
create procedure keep_children_apart(kept regclass) language plpgsql as $$
declare
  of_a_child boolean;
begin
  select not attnotnull into of_a_child from pg_attribute where attrelid = kept and attname = 'child_id' and not attisdropped;
  execute format('create policy children_in_scope on %s as restrictive to golden_thread_service using ((select sees_all_children())%s%s)', kept,
    case when of_a_child is not null then ' or child_id in (select children_in_scope())' else '' end,
    case when of_a_child then ' or child_id is null and (select sees_some_children())' else '' end);
end $$;

call keep_children_apart('child');
call keep_children_apart('child_record');
call keep_children_apart('child_allocation');
call keep_children_apart('staged_record');
call keep_children_apart('load_problem');
call keep_children_apart('load_file');
