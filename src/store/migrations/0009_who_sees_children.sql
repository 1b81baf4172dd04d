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

-- What each holding reaches, worked out from posts, teams and numbers whenever one of them changes: so that asking takes one look, not five joins.
create table reach (
  authority_id integer not null references authority,
  reach_id bigint generated always as identity,
  person_id integer not null,
  post_id integer not null,
  scope text not null check (scope in ('authority', 'team', 'own-children')),
  team_ref text check ((scope = 'team') = (team_ref is not null)),
  worker_ref text check ((scope = 'own-children') = (worker_ref is not null)),
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (authority_id, reach_id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, post_id) references post
);
create index reach_person on reach (authority_id, person_id);
comment on table reach is 'Whose children a person reaches by a post from a day to a day: every child, those of a team (each team of a service has a row), or those allocated to a worker';
comment on column reach.ends_at is 'The first moment at which it is over, in London; infinity while the holding is open';
comment on column reach.worker_ref is 'Their own number, or that of whom they cover';
call keep_apart('reach', '');

create function start_of(day date) returns timestamptz language sql stable as $$ select day::timestamp at time zone 'Europe/London' $$;
create function end_of(last_day date) returns timestamptz language sql stable as $$ select coalesce(start_of(last_day + 1), 'infinity') $$;
comment on function end_of(date) is 'The first moment after a last day; never where there is none';

create function work_out_reach(held integer) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(held, 9);
  delete from reach where authority_id = held;
  insert into reach (authority_id, person_id, post_id, scope, team_ref, worker_ref, begins_at, ends_at)
  select h.authority_id, h.person_id, h.post_id, 'authority', null, null, start_of(h.from_on), end_of(h.to_on)
  from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
  where h.authority_id = held and s.scope = 'authority'
  union all
  select h.authority_id, h.person_id, h.post_id, 'team', t.team_ref, null, start_of(h.from_on), end_of(h.to_on)
  from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
  join team t on t.authority_id = p.authority_id and t.team_ref is not null
    and (s.scope = 'team' and t.team_id = p.team_id or s.scope = 'service' and p.service <> '' and t.service = p.service)
  where h.authority_id = held
  union all
  select h.authority_id, h.person_id, h.post_id, 'own-children', null, n.worker_ref, start_of(greatest(h.from_on, o.from_on)), end_of(least(h.to_on, o.to_on))
  from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
  join post_holding o on o.authority_id = h.authority_id and o.post_id = h.post_id and o.basis = 'holds'
    and (h.basis = 'holds' and o.post_holding_id = h.post_holding_id
         or h.basis <> 'holds' and (o.to_on is null or o.to_on >= h.from_on) and (h.to_on is null or h.to_on >= o.from_on))
  join person n on n.authority_id = o.authority_id and n.person_id = o.person_id and n.worker_ref is not null
  where h.authority_id = held and s.scope = 'own-children';
end $$;
comment on function work_out_reach(integer) is 'Works out anew what everyone of an authority reaches';
revoke all on function work_out_reach(integer) from public;

-- Once as a transaction ends, however much of it changed.
create function reach_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here text := format('%s/%s', new.authority_id, pg_current_xact_id());
begin
  if current_setting('golden_thread.reach_worked_out', true) is distinct from here then
    perform work_out_reach(new.authority_id);
    perform set_config('golden_thread.reach_worked_out', here, true);
  end if;
  return null;
end $$;
create constraint trigger reach_changed after insert or update on post_holding deferrable initially deferred for each row execute function reach_changed();
create constraint trigger reach_changed after update of role, team_id, service on post deferrable initially deferred for each row execute function reach_changed();
create constraint trigger reach_changed after insert or update on team deferrable initially deferred for each row execute function reach_changed();
create constraint trigger reach_changed after update of worker_ref on person deferrable initially deferred for each row execute function reach_changed();

do $$
declare
  held integer;
begin
  for held in select authority_id from authority loop
    perform set_config('golden_thread.authority', held::text, true);
    perform work_out_reach(held);
  end loop;
  perform set_config('golden_thread.authority', '', true);
end $$;

create view own_reach as
  select r.scope, r.team_ref, r.worker_ref from reach r
  where r.authority_id = current_authority() and r.person_id = current_person() and r.post_id = coalesce(acting_post(), r.post_id)
    and r.begins_at <= now() and r.ends_at > now();
comment on view own_reach is 'What whoever asks reaches today by the posts they act in';
grant select on own_reach to golden_thread_service;

-- An allocation that ended counts for its team and service for twelve months, as the figures of the year do; for a worker it ends with its last day.
-- The view is its owner's, so that it may look where the policy of child_allocation is still asking it.
create view child_in_scope as
  select a.child_id from own_reach r join child_allocation a on a.authority_id = current_authority()
    and (a.team_ref = r.team_ref and (a.until_on is null or a.until_on >= london_today() - 365)
         or a.worker_ref = r.worker_ref and (a.until_on is null or a.until_on >= london_today()));
comment on view child_in_scope is 'The children in reach of whoever asks by service, team or allocation; once for each allocation that reaches them';
grant select on child_in_scope to golden_thread_service;

create function children_in_scope() returns setof integer language plpgsql stable rows 500 as
  $$ begin return query select s.child_id from child_in_scope s; end $$;
comment on function children_in_scope() is 'The same as a function, so that a statement of someone who sees every child does not even prepare to ask';

create function sees_all_children() returns boolean language sql stable as
  $$ select current_work() is not null or exists (select 1 from own_reach where scope = 'authority') $$;
comment on function sees_all_children() is 'Whether every child of the authority is in reach of whoever asks: named work of the service itself, or a post that reaches the authority';

create function sees_child(child integer) returns boolean language sql stable as
  $$ select sees_all_children() or exists (select 1 from child_in_scope s where s.child_id = sees_child.child) $$;
comment on function sees_child(integer) is 'Whether a child is in reach of whoever asks';

-- Lays the policy on a table about children: on rows of a child by its child_id, on rows of none (workers, teams) for who works with children, and
-- where there is no such column (what a load staged) for who sees every child. It stands beside own_authority: a row must pass both.
-- Its first part is written out and asked once for all rows; its second makes a list of those in reach, once, where the first does not do.
create procedure keep_children_apart(kept regclass) language plpgsql as $$
declare
  may_be_null boolean;
  sees_all text := '(select current_work() is not null or exists (select 1 from own_reach where scope = ''authority''))';
  sees_it text := ' or child_id in (select children_in_scope())';
begin
  select not attnotnull into may_be_null from pg_attribute where attrelid = kept and attname = 'child_id' and not attisdropped;
  if may_be_null then
    sees_all := '(select case when current_work() is not null then 2 else coalesce(max(case scope when ''authority'' then 2 else 1 end), 0) end from own_reach)'
                || ' > case when child_id is null then 0 else 1 end';
  end if;
  execute format('create policy children_in_scope on %s as restrictive to golden_thread_service using (%s%s)', kept, sees_all,
                 case when may_be_null is null then '' else sees_it end);
end $$;

call keep_children_apart('child');
call keep_children_apart('child_record');
call keep_children_apart('child_allocation');
call keep_children_apart('staged_record');
call keep_children_apart('load_problem');
call keep_children_apart('load_file');
