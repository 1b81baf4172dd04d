-- Figures of measures, worked out from each kept snapshot, and the cases of the latest. A figure is held once for as long as it stays the same:
-- what was reported then and what is known now are both there.

create table measure_run (
  authority_id integer not null references authority,
  measure_run_id integer generated always as identity,
  snapshot_id integer not null,
  state text not null default 'running' check (state in ('running', 'done')),
  catalogue text not null,
  holidays text not null,
  settings jsonb not null default '{}',
  lacks jsonb not null default '{}',
  measures integer not null default 0,
  figures integer not null default 0,
  changed integer not null default 0,
  cases integer not null default 0,
  began_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  primary key (authority_id, measure_run_id),
  foreign key (authority_id, snapshot_id) references snapshot,
  check ((state = 'done') = (done_at is not null))
);
create index measure_run_snapshot on measure_run (authority_id, snapshot_id);
create unique index measure_run_under_way on measure_run (authority_id) where state = 'running';
comment on table measure_run is 'One working out of every measure from one snapshot; its figures count once it is done';
comment on column measure_run.catalogue is 'Which definitions: a fingerprint of every measure''s words, rules and version';
comment on column measure_run.holidays is 'Which holiday table';
comment on column measure_run.settings is 'How the authority counted, by the id of the measure, where that differs from the catalogue';
comment on column measure_run.lacks is 'What the records lack, by the id of each measure they could not support';
call keep_apart('measure_run', 'insert, update');

create table measure_figure (
  authority_id integer not null references authority,
  measure_figure_id bigint generated always as identity,
  measure text not null,
  kind text not null,
  from_on date not null,
  to_on date not null,
  numerator double precision not null,
  denominator double precision,
  value double precision,
  median double precision,
  open_overdue integer not null,
  excluded integer not null,
  definition integer not null,
  first_run integer not null,
  last_run integer check (last_run >= first_run),
  primary key (authority_id, measure_figure_id),
  foreign key (authority_id, first_run) references measure_run (authority_id, measure_run_id),
  foreign key (authority_id, last_run) references measure_run (authority_id, measure_run_id)
);
create unique index measure_figure_now on measure_figure (authority_id, measure, kind, to_on) where last_run is null;
create index measure_figure_of on measure_figure (authority_id, measure, kind, to_on);
comment on table measure_figure is 'A figure for a period, once for each way it has been worked out: as known at run R are those with first_run <= R and (last_run is null or last_run >= R)';
comment on column measure_figure.value is 'Unrounded; null where there were no cases';
comment on column measure_figure.definition is 'The version of the measure''s definition';
call keep_apart('measure_figure', 'insert, update');

create table measure_case (
  authority_id integer not null,
  measure_case_id bigint generated always as identity,
  measure_run_id integer not null,
  measure text not null,
  case_ref text not null,
  child_id integer,
  worker_ref text,
  team_ref text,
  start_on date,
  due_on date,
  done_on date,
  state text not null check (state in ('met', 'late', 'open-in-time', 'open-overdue', 'excluded')),
  amount double precision not null default 1,
  because text,
  primary key (authority_id, measure_case_id)
);
create index measure_case_of on measure_case (authority_id, measure_run_id, measure);
create index measure_case_child on measure_case (authority_id, child_id);
comment on table measure_case is 'The cases behind the figures of the latest run: for each measure, those of its widest period up to the day of the extract. Worked out, and replaced whole by the next run, so it carries no references of its own';
comment on column measure_case.child_id is 'Null where the case is a worker, a carer or a meeting';
comment on column measure_case.because is 'Why it was left out';
call keep_apart('measure_case', 'insert, delete');
call keep_children_apart('measure_case');

-- Cases come by COPY, which is refused where policies hold. So they come through a letterbox: the service may put rows in and never look, and the
-- function takes those of its own authority and run out of it.
create unlogged table letterbox_case (
  authority_id integer not null,
  measure_run_id integer not null,
  measure text not null,
  case_ref text not null,
  person_ref text,
  worker_ref text,
  team_ref text,
  start_on date,
  due_on date,
  done_on date,
  state text not null,
  amount double precision not null,
  because text
);
create index letterbox_case_run on letterbox_case (authority_id, measure_run_id);
comment on table letterbox_case is 'Cases on their way in by COPY: put in by the service, which cannot see them, and taken out by take_landed_cases';
grant insert on letterbox_case to golden_thread_service;

create function take_landed_cases(run integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken integer;
begin
  insert into measure_case (authority_id, measure_run_id, measure, case_ref, child_id, worker_ref, team_ref, start_on, due_on, done_on, state, amount, because)
  select l.authority_id, l.measure_run_id, l.measure, l.case_ref, c.child_id, l.worker_ref, l.team_ref, l.start_on, l.due_on, l.done_on, l.state, l.amount, l.because
  from letterbox_case l left join child c on c.authority_id = l.authority_id and c.person_ref = l.person_ref
  where l.authority_id = current_authority() and l.measure_run_id = run and (l.person_ref is null or c.child_id is not null);
  get diagnostics taken = row_count;
  delete from letterbox_case l where l.authority_id = current_authority() and l.measure_run_id = run;
  return taken;
end $$;
comment on function take_landed_cases(integer) is 'Moves the cases of a run of this transaction''s authority from the letterbox to where policies hold, and says how many';
revoke all on function take_landed_cases(integer) from public;
grant execute on function take_landed_cases(integer) to golden_thread_service;
