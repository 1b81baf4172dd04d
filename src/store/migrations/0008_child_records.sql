-- Records of children as loads brought them: a load is staged, looked at, then kept whole as an immutable snapshot. Each row of the records is
-- held once, with the first and the last snapshot in which it was so; a load adds only what changed. Work that takes long is a job.

create table snapshot (
  authority_id integer not null references authority,
  snapshot_id integer generated always as identity,
  as_at date not null,
  route text not null check (route in ('ssd', 'annex-a', 'ssda903', 'cin')),
  state text not null default 'reading' check (state in ('reading', 'refused', 'staged', 'keeping', 'kept', 'set-aside')),
  files jsonb not null,
  content_hash bytea not null,
  row_counts jsonb not null default '{}',
  value_map jsonb not null default '{}',
  notices jsonb not null default '{}',
  staged_at timestamptz not null default now(),
  staged_by integer,
  read_at timestamptz,
  kept_at timestamptz,
  kept_by integer,
  set_aside_at timestamptz,
  set_aside_by integer,
  primary key (authority_id, snapshot_id),
  foreign key (authority_id, staged_by) references person (authority_id, person_id),
  foreign key (authority_id, kept_by) references person (authority_id, person_id),
  foreign key (authority_id, set_aside_by) references person (authority_id, person_id),
  check ((state = 'kept') = (kept_at is not null))
);
create unique index snapshot_kept_content on snapshot (authority_id, content_hash) where state = 'kept';
create index snapshot_kept on snapshot (authority_id, snapshot_id desc) where state = 'kept';
comment on table snapshot is 'One load of records of children, with the day as at which they stood; once kept, nothing of it changes';
comment on column snapshot.as_at is 'How things stood at the end of this day. Snapshots are kept in the order of their days, so a higher snapshot_id that is kept is never of an earlier day';
comment on column snapshot.state is 'reading (a job reads the files), refused (they cannot be used), staged (to be looked at), keeping (a job keeps it), kept, or set-aside';
comment on column snapshot.files is 'Each file as {name, bytes, sha256}';
comment on column snapshot.content_hash is 'SHA-256 over the day, the files and the mappings they were read with: the same again is no new load';
comment on column snapshot.row_counts is 'How many rows each table of the records has, by its kind; a table that no file brought is not named';
comment on column snapshot.value_map is 'Which words meant which codes when it was read, by list or column';
comment on column snapshot.notices is 'What reading said beside its problems: rows read and refused by table of the files, values that nobody has mapped, tables and columns that were missing or extra, what was read in a way that people should know of';
comment on column snapshot.staged_by is 'Null for a load from the command line of the service';
call keep_apart('snapshot', 'insert, update');

create table load_file (
  authority_id integer not null references authority,
  snapshot_id integer not null,
  file_no integer not null,
  part_no integer not null,
  packed bytea not null,
  primary key (authority_id, snapshot_id, file_no, part_no),
  foreign key (authority_id, snapshot_id) references snapshot
);
comment on table load_file is 'The files of a load until it is kept or set aside, so that they can be read again with other mappings; then they are gone';
comment on column load_file.packed is 'A part of the file''s bytes, packed by gzip';
call keep_apart('load_file', 'insert, delete');

create table staged_record (
  authority_id integer not null references authority,
  snapshot_id integer not null,
  row_no integer not null,
  kind text not null,
  row_key text not null,
  person_ref text,
  row jsonb not null,
  primary key (authority_id, snapshot_id, kind, row_key),
  foreign key (authority_id, snapshot_id) references snapshot
);
comment on table staged_record is 'The records of a load that is not kept yet, to be looked at; gone when it is kept, set aside or read again';
comment on column staged_record.row_no is 'Its place in the load: by table, then as the file has it';
call keep_apart('staged_record', 'insert, delete');

create table load_problem (
  authority_id integer not null references authority,
  snapshot_id integer not null,
  problem_no integer not null,
  severity text not null check (severity in ('refuses-the-load', 'refuses-the-row', 'value-left-out', 'worth-a-look')),
  file text not null,
  sheet text,
  row_no integer,
  column_name text,
  problem text not null,
  expected text not null,
  found text not null,
  primary key (authority_id, snapshot_id, problem_no),
  foreign key (authority_id, snapshot_id) references snapshot
);
comment on table load_problem is 'What was wrong in the files of a load, by file, sheet, row (the headings are row 1) and column';
comment on column load_problem.found is 'What stood there, cut short: it may be of a child';
call keep_apart('load_problem', 'insert, delete');

create table child (
  authority_id integer not null references authority,
  child_id integer generated always as identity,
  person_ref text not null,
  address text not null default translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_'),
  first_snapshot integer not null,
  primary key (authority_id, child_id),
  unique (authority_id, person_ref),
  unique (authority_id, address),
  foreign key (authority_id, first_snapshot) references snapshot
);
comment on table child is 'A child or young person whom a load named. Who they are is in their records';
comment on column child.person_ref is 'Their number in the case management system';
comment on column child.address is 'Stands for them in web addresses: random, so that no address holds an identifier';
call keep_apart('child', 'insert');

create table child_record (
  authority_id integer not null references authority,
  child_record_id bigint generated always as identity,
  kind text not null,
  row_key text not null,
  child_id integer,
  row jsonb not null,
  first_snapshot integer not null,
  last_snapshot integer check (last_snapshot >= first_snapshot),
  primary key (authority_id, child_record_id),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, first_snapshot) references snapshot (authority_id, snapshot_id),
  foreign key (authority_id, last_snapshot) references snapshot (authority_id, snapshot_id)
);
create unique index child_record_now on child_record (authority_id, kind, row_key) where last_snapshot is null;
create index child_record_child on child_record (authority_id, child_id);
create index child_record_first on child_record (authority_id, first_snapshot);
create index child_record_last on child_record (authority_id, last_snapshot) where last_snapshot is not null;
comment on table child_record is 'Every row of the records, once for each way it has been: at snapshot S those count with first_snapshot <= S and (last_snapshot is null or last_snapshot >= S)';
comment on column child_record.kind is 'The table of the records it belongs to, as children/records.ts names it: cpVisits';
comment on column child_record.row_key is 'Its number in that table; with a number behind it where the table repeats one';
comment on column child_record.child_id is 'Null for what belongs to no child: workers, teams, posts';
comment on column child_record.first_snapshot is 'The first kept snapshot in which it stood so';
comment on column child_record.last_snapshot is 'The last in which it did; null while it still does';
call keep_apart('child_record', 'insert, update');

create table child_allocation (
  authority_id integer not null references authority,
  child_allocation_id bigint generated always as identity,
  child_id integer not null,
  worker_ref text,
  team_ref text,
  role text,
  from_on date,
  until_on date check (until_on >= from_on),
  primary key (authority_id, child_allocation_id),
  foreign key (authority_id, child_id) references child
);
create index child_allocation_child on child_allocation (authority_id, child_id);
create index child_allocation_worker on child_allocation (authority_id, worker_ref);
create index child_allocation_team on child_allocation (authority_id, team_ref);
comment on table child_allocation is 'Who works with a child and in which team, worked out anew from the involvements of each kept snapshot; what a person may see of a child leans on it';
comment on column child_allocation.until_on is 'The last day; null while it is open';
call keep_apart('child_allocation', 'insert, delete');

create table value_mapping (
  authority_id integer not null references authority,
  value_mapping_id integer generated always as identity,
  list_name text not null,
  words text not null,
  code text,
  is_put_back boolean not null default false,
  mapped_at timestamptz not null default now(),
  mapped_by integer not null,
  primary key (authority_id, value_mapping_id),
  foreign key (authority_id, mapped_by) references person (authority_id, person_id),
  check (not is_put_back or code is null)
);
create index value_mapping_words on value_mapping (authority_id, list_name, words, value_mapping_id desc);
comment on table value_mapping is 'What words of the authority''s own mean, by a list of the standard or one column; the last one for the words holds';
comment on column value_mapping.code is 'The code of the list; null where the words mean that nothing is known';
comment on column value_mapping.is_put_back is 'True where the words are unmapped again from here on';
call keep_apart('value_mapping', 'insert');

alter table authority add column people_known_share numeric not null default 0.5 check (people_known_share between 0 and 1);
comment on column authority.people_known_share is 'A load in which fewer of the people known from the last one stand than this share is asked about before it is kept: it may be another authority''s';

create table job (
  authority_id integer not null references authority,
  job_id integer generated always as identity,
  kind text not null,
  payload jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  progress text not null default '',
  attempts integer not null default 0,
  added_at timestamptz not null default now(),
  added_by integer,
  taken_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  primary key (authority_id, job_id),
  foreign key (authority_id, added_by) references person (authority_id, person_id)
);
create index job_open on job (kind, authority_id, job_id) where state in ('queued', 'running');
comment on table job is 'Work that takes long, done beside the pages by whichever instance takes it first; one whose heartbeat is old is taken again';
comment on column job.payload is 'What the work is about: ids, never data of a child';
comment on column job.progress is 'How far it is, in words for the page that waits for it';
call keep_apart('job', 'insert, update');

-- An instance works for every authority: this tells which have work of some kinds that is waiting, or was left by an instance that died.
create policy owner_looks on job for select to current_user using (true);
create function authorities_with_jobs(kinds text[], silent interval) returns setof integer language sql stable security definer set search_path = public, pg_temp as
  $$ select distinct j.authority_id from job j where j.kind = any(kinds) and (j.state = 'queued' or j.state = 'running' and j.heartbeat_at < now() - silent) $$;
comment on function authorities_with_jobs(text[], interval) is 'The authorities for which jobs of these kinds wait, or were left running without a heartbeat for so long; nothing else is told of them';
revoke all on function authorities_with_jobs(text[], interval) from public;
grant execute on function authorities_with_jobs(text[], interval) to golden_thread_service;
