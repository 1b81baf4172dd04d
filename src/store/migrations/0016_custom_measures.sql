-- Measures that an authority makes of its own, how far back the tables of a load reach, and how good the records of a run were.

create table custom_measure (
  authority_id integer not null references authority,
  custom_measure_id integer generated always as identity,
  measure text not null check (measure ~ '^own/[a-z0-9-]+$'),
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, custom_measure_id),
  unique (authority_id, measure),
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
comment on table custom_measure is 'A measure that the authority made of its own; what it says is in its versions';
comment on column custom_measure.measure is 'What it is called in figures, targets and addresses';
call keep_apart('custom_measure', 'insert');

create table custom_measure_version (
  authority_id integer not null references authority,
  custom_measure_version_id integer generated always as identity,
  custom_measure_id integer not null,
  number integer not null check (number >= 1),
  state text not null check (state in ('tried', 'used', 'withdrawn')),
  definition jsonb not null,
  examples jsonb not null default '[]',
  why text not null default '',
  said_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, custom_measure_version_id),
  unique (authority_id, custom_measure_id, number),
  foreign key (authority_id, custom_measure_id) references custom_measure,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
comment on table custom_measure_version is 'What an authority''s own measure says, from its first trying on: the last version stands, and figures name the one they were worked out by';
comment on column custom_measure_version.state is 'tried (no figure yet), used (worked out with every load), or withdrawn';
comment on column custom_measure_version.definition is 'Whom it counts, between which days, what is counted as so, in what words';
comment on column custom_measure_version.examples is 'The authority''s own small cases and what must come of each: all of them come out before it is used';
call keep_apart('custom_measure_version', 'insert');

alter table snapshot add column reaches jsonb not null default '{}';
comment on column snapshot.reaches is 'How far back the tables go that do not hold everything: the first day by table; a table that is not named holds all there is';

alter table measure_run add column quality jsonb;
comment on column measure_run.quality is 'How many things were missing, contradictory, recorded late or unread in the records of the run, by team; null of runs that did not look';
