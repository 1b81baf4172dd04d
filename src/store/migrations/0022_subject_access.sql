-- Who asked to see what is held of them, and what was handed over; and pseudonymised extracts for analysis, each for a project with a reason.

create table access_request (
  authority_id integer not null references authority,
  access_request_id integer generated always as identity,
  subject text not null check (subject in ('child', 'person', 'worker')),
  child_id integer,
  person_id integer,
  worker_ref text check (worker_ref <> ''),
  asked_by text not null check (asked_by in ('themselves', 'parent', 'representative', 'other')),
  reference text not null check (reference <> ''),
  reason text not null default '',
  received_on date not null,
  due_on date not null check (due_on > received_on),
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  answered_on date check (answered_on >= received_on),
  answered_by integer,
  left_out text not null default '',
  primary key (authority_id, access_request_id),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, post_id) references post,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, answered_by) references person (authority_id, person_id),
  check (num_nonnulls(child_id, person_id, worker_ref) = 1),
  check ((subject = 'child') = (child_id is not null) and (subject = 'person') = (person_id is not null)),
  check ((answered_on is null) = (answered_by is null))
);
create index access_request_child on access_request (authority_id, child_id);
comment on table access_request is 'A request for what is held of a child, of somebody who signs in, or of a worker whom only the records of children name';
comment on column access_request.asked_by is 'In which capacity, never a name: the subject themselves, a parent or carer, a representative, another';
comment on column access_request.reference is 'The council''s own reference of the request';
comment on column access_request.due_on is 'One calendar month from the day it was received (UK GDPR, article 12(3)), or the next working day where that is none';
comment on column access_request.left_out is 'What was taken out before it was handed over, and why';
call keep_apart('access_request', 'insert, update');
call keep_children_apart('access_request');

-- What was asked about a child goes with the child.
create function forget_access_requests() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from access_request where authority_id = new.authority_id and child_id = new.child_id;
  return null;
end $$;
create trigger forget_access_requests after update of disposed_on on child for each row
  when (new.disposed_on is not null) execute function forget_access_requests();

create table analysis_project (
  authority_id integer not null references authority,
  analysis_project_id integer generated always as identity,
  name text not null check (name <> ''),
  key bytea check (length(key) = 32),
  begun_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  forgotten_on date check (forgotten_on >= begun_on),
  forgotten_by integer,
  primary key (authority_id, analysis_project_id),
  unique (authority_id, name),
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, forgotten_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post,
  check ((forgotten_on is null) = (forgotten_by is null)),
  check (key is null or forgotten_on is null)
);
comment on table analysis_project is 'What pseudonymised extracts are taken for: extracts of one project link with each other and with no other';
comment on column analysis_project.key is 'What its pseudonyms are made with; null where it was never kept (one extract only) or is forgotten';
call keep_apart('analysis_project', 'insert, update');

create table analysis_extract (
  authority_id integer not null references authority,
  analysis_extract_id integer generated always as identity,
  analysis_project_id integer not null,
  snapshot_id integer not null,
  tables text[] not null check (cardinality(tables) > 0),
  reason text not null check (reason <> ''),
  receiver text not null check (receiver <> ''),
  asked_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, analysis_extract_id),
  foreign key (authority_id, analysis_project_id) references analysis_project,
  foreign key (authority_id, snapshot_id) references snapshot,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
comment on table analysis_extract is 'A pseudonymised extract as it was asked for; each time it is taken is an export in the record';
comment on column analysis_extract.tables is 'The tables of the records that it holds, as children/records.ts names them';
comment on column analysis_extract.receiver is 'Who will hold and analyse it';
call keep_apart('analysis_extract', 'insert');

-- Wherever a person is named by what they did or had: found in the catalogue, so that no table added later is forgotten.
create function rows_that_name(whom integer) returns table (named_in text, named_as text, on_day date, rows integer)
language plpgsql stable set search_path = public, pg_temp as $$
declare
  c record;
  happened text;
begin
  for c in
    select k.conrelid as tab, a.attname as col from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname <> 'authority_id'
    where k.contype = 'f' and k.confrelid = 'person'::regclass order by k.conrelid::regclass::text, a.attname
  loop
    select attname into happened from pg_attribute
    where attrelid = c.tab and atttypid = 'timestamptz'::regtype and attnum > 0 and not attisdropped order by attname <> 'recorded_at', attnum limit 1;
    return query execute format(
      'select %L::text, %L::text, %s, count(*)::integer from %s where %I = $1 group by 3', c.tab::regclass::text, c.col,
      case when happened is null then 'null::date' else format('(%I at time zone ''Europe/London'')::date', happened) end, c.tab::regclass, c.col) using whom;
  end loop;
end $$;
comment on function rows_that_name(integer) is 'How many rows of each table name a person, as what, by the day they were written down; for whoever asks, so that policies hold';
revoke all on function rows_that_name(integer) from public;
grant execute on function rows_that_name(integer) to golden_thread_service;
