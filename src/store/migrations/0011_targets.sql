-- What an authority says of its measures: targets, how they are counted, where a series begins anew, with whom it compares itself, how many
-- children live there, and the figures that no extract holds. Every row is dated and only added to; a later row withdraws or corrects.

create table measure_target (
  authority_id integer not null references authority,
  measure_target_id integer generated always as identity,
  measure text not null,
  value numeric,
  up_to numeric,
  from_on date not null,
  due_on date,
  trajectory jsonb not null default '[]',
  why text not null,
  approver text not null,
  withdraws integer,
  said_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, measure_target_id),
  check ((value is null) = (withdraws is not null)),
  check (up_to is null or up_to > value),
  foreign key (authority_id, withdraws) references measure_target,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
create index measure_target_measure on measure_target (authority_id, measure);
comment on table measure_target is 'A value that a measure is to reach: a standing target, or a milestone with its day. A row that withdraws another has no value of its own';
comment on column measure_target.measure is 'The measure by its id in the catalogue, with its variant after a slash; or an entered measure';
comment on column measure_target.up_to is 'Upper end where the target is a band';
comment on column measure_target.trajectory is 'The plan''s own points on the way, as [{on, value}]';
comment on column measure_target.said_on is 'The day it was set here, which may be after the day it holds from';
call keep_apart('measure_target', 'insert');

create table measure_setting (
  authority_id integer not null references authority,
  measure_setting_id integer generated always as identity,
  measure text not null,
  name text not null,
  value jsonb,
  from_on date not null,
  why text not null,
  approver text not null default '',
  said_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, measure_setting_id),
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
create index measure_setting_measure on measure_setting (authority_id, measure, name, from_on desc, measure_setting_id desc);
comment on table measure_setting is 'How an authority counts or rates a measure, one setting a row, from a day. The latest said for a day stands';
comment on column measure_setting.name is 'dayCount, test, chain, thresholds, amber, or a setting that the measure declares';
comment on column measure_setting.value is 'Null puts back what the measure comes with';
call keep_apart('measure_setting', 'insert');

create table measure_rebase (
  authority_id integer not null references authority,
  measure_rebase_id integer generated always as identity,
  measure text not null,
  from_on date not null,
  reason text not null,
  approver text not null,
  withdraws integer,
  said_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, measure_rebase_id),
  foreign key (authority_id, withdraws) references measure_rebase,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
create index measure_rebase_measure on measure_rebase (authority_id, measure);
comment on table measure_rebase is 'Where a series begins anew, and its limits are worked out afresh: who agreed it, and why. What went before stays in sight';
call keep_apart('measure_rebase', 'insert');

create table comparison_group (
  authority_id integer not null references authority,
  comparison_group_id integer generated always as identity,
  own_area text,
  region text,
  neighbours text[] not null,
  model text not null check (model in ('2025', '2021', 'own')),
  from_on date not null,
  why text not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, comparison_group_id),
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
comment on table comparison_group is 'With whom an authority compares itself from a day: a region and a list of authorities, by the numbers of the published statistics';
comment on column comparison_group.own_area is 'The authority''s own number in the published statistics; null where it is not in them';
call keep_apart('comparison_group', 'insert');

create table authority_population (
  authority_id integer not null references authority,
  authority_population_id integer generated always as identity,
  year integer not null check (year between 2000 and 2200),
  children integer check (children > 0),
  source text not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, authority_population_id),
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
comment on table authority_population is 'Children aged 0 to 17 in the middle of a year as the authority gives it, before the published estimate. The latest row of a year stands; null takes it back';
call keep_apart('authority_population', 'insert');

create table entered_measure (
  authority_id integer not null references authority,
  entered_measure_id integer generated always as identity,
  measure text not null,
  added_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, entered_measure_id),
  unique (authority_id, measure),
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
comment on table entered_measure is 'A measure whose figures are entered by hand, because no extract holds them';
comment on column entered_measure.measure is 'Its id in the catalogue with its variant, or own/ and a name for one of the authority''s own';
call keep_apart('entered_measure', 'insert');

create table entered_measure_version (
  authority_id integer not null references authority,
  entered_measure_version_id integer generated always as identity,
  entered_measure_id integer not null,
  name text not null,
  unit text not null,
  polarity text not null check (polarity in ('higher', 'lower', 'band', 'none')),
  definition text not null,
  source text not null,
  owner_post_id integer,
  frequency text not null check (frequency in ('month', 'quarter', 'term', 'half-year', 'year', 'once')),
  due_after_days integer not null check (due_after_days between 0 and 366),
  is_ended boolean not null default false,
  from_on date not null,
  why text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, entered_measure_version_id),
  foreign key (authority_id, entered_measure_id) references entered_measure,
  foreign key (authority_id, owner_post_id) references post,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
create index entered_measure_version_measure on entered_measure_version (authority_id, entered_measure_id, entered_measure_version_id desc);
comment on table entered_measure_version is 'What an entered measure says from a day: its definition, who owns it and how often it is due. The latest stands';
comment on column entered_measure_version.due_after_days is 'How many days after the end of a period its figure is due';
comment on column entered_measure_version.is_ended is 'True where no more figures are asked for';
call keep_apart('entered_measure_version', 'insert');

create table entered_figure (
  authority_id integer not null references authority,
  entered_figure_id integer generated always as identity,
  entered_measure_id integer not null,
  entered_measure_version_id integer not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  numerator numeric,
  denominator numeric check (denominator >= 0),
  value numeric,
  note text not null default '',
  said_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, entered_figure_id),
  check (numerator is null or denominator is null or numerator >= 0),
  foreign key (authority_id, entered_measure_id) references entered_measure,
  foreign key (authority_id, entered_measure_version_id) references entered_measure_version,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
create index entered_figure_measure on entered_figure (authority_id, entered_measure_id, period_to, entered_figure_id desc);
comment on table entered_figure is 'A figure that was entered for a period, with the version of the definition it was entered by. A correction is a later row of the same period; what was there before stays';
comment on column entered_figure.value is 'Unrounded; null where there were no cases, or where the figure is taken back';
call keep_apart('entered_figure', 'insert');
