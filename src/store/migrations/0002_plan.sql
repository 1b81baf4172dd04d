-- Sources and their findings; the plan with its versions, themes, objectives and actions; and everything dated that happens to them.
-- A theme, an objective and an action are one thing through all versions of the plan; how a version words it is a row of its own.

create table document (
  authority_id integer not null references authority,
  document_id integer generated always as identity,
  name text not null,
  media_type text not null,
  sha256 bytea not null,
  content bytea not null,
  added_at timestamptz not null default now(),
  added_by integer not null,
  primary key (authority_id, document_id),
  foreign key (authority_id, added_by) references person (authority_id, person_id)
);
comment on table document is 'A file as it was given, byte for byte';
call keep_apart('document', 'insert');

create table source (
  authority_id integer not null references authority,
  source_id integer generated always as identity,
  title text not null,
  short_name text not null,
  kind text not null check (kind in ('inspection-report', 'improvement-notice', 'serious-case-review', 'peer-review', 'monitoring-visit', 'quality-assurance-audit', 'other')),
  publisher text not null default '',
  issued_on date,
  known_as text[] not null default '{}',
  document_id integer,
  added_at timestamptz not null default now(),
  added_on date not null,
  added_by integer not null,
  primary key (authority_id, source_id),
  unique (authority_id, short_name),
  foreign key (authority_id, document_id) references document,
  foreign key (authority_id, added_by) references person (authority_id, person_id)
);
comment on table source is 'A document that judges or obliges';
comment on column source.short_name is 'What a citation calls it: DfE Notice, Ofsted, SCR DP';
comment on column source.known_as is 'Other names that citations give it';
call keep_apart('source', 'insert, update');

create table finding (
  authority_id integer not null references authority,
  finding_id integer generated always as identity,
  source_id integer not null,
  ref text not null,
  heading text not null default '',
  text text not null,
  lead_text text not null default '',
  position integer not null,
  primary key (authority_id, finding_id),
  unique (authority_id, source_id, ref),
  foreign key (authority_id, source_id) references source
);
comment on table finding is 'A numbered recommendation, clause or sub-bullet: its verbatim text is never edited';
call keep_apart('finding', 'insert');

create table finding_closure (
  authority_id integer not null references authority,
  finding_closure_id integer generated always as identity,
  finding_id integer not null,
  closed boolean not null,
  reason text not null check (reason <> ''),
  since_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, finding_closure_id),
  foreign key (authority_id, finding_id) references finding,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
create index finding_closure_finding on finding_closure (authority_id, finding_id);
comment on table finding_closure is 'A finding answered before this plan began, with the reason; a later row may open it again (closed = false)';
call keep_apart('finding_closure', 'insert');

create table plan (
  authority_id integer not null references authority,
  plan_id integer generated always as identity,
  title text not null,
  starts_on date,
  ends_on date,
  added_at timestamptz not null default now(),
  primary key (authority_id, plan_id)
);
comment on table plan is 'An improvement plan through all its versions';
call keep_apart('plan', 'insert, update');

create table plan_version (
  authority_id integer not null references authority,
  plan_version_id integer generated always as identity,
  plan_id integer not null,
  number integer not null,
  title text not null,
  from_on date not null,
  layout jsonb not null default '[]',
  surroundings jsonb not null default '[]',
  document_id integer,
  note text not null default '',
  kept_at timestamptz not null default now(),
  kept_by integer not null,
  primary key (authority_id, plan_version_id),
  unique (authority_id, plan_id, number),
  foreign key (authority_id, plan_id) references plan,
  foreign key (authority_id, document_id) references document,
  foreign key (authority_id, kept_by) references person (authority_id, person_id)
);
comment on table plan_version is 'The plan as agreed from a day; immutable but for corrections, which are later wordings';
comment on column plan_version.layout is 'The document''s own columns and their headings, in order, for exports in the council''s layout';
call keep_apart('plan_version', 'insert');

create table theme (
  authority_id integer not null references authority,
  theme_id integer generated always as identity,
  plan_id integer not null,
  primary key (authority_id, theme_id),
  foreign key (authority_id, plan_id) references plan
);
comment on table theme is 'A theme (work stream, key area) through all versions';
call keep_apart('theme', 'insert');

create table theme_wording (
  authority_id integer not null references authority,
  theme_wording_id integer generated always as identity,
  theme_id integer not null,
  plan_version_id integer not null,
  ref text not null,
  title text not null,
  aim text not null default '',
  position integer not null,
  primary key (authority_id, theme_wording_id),
  unique (authority_id, plan_version_id, theme_id),
  foreign key (authority_id, theme_id) references theme,
  foreign key (authority_id, plan_version_id) references plan_version
);
comment on table theme_wording is 'A theme as a version words it; aim is what we want to achieve, for the plan on a page';
call keep_apart('theme_wording', 'insert');

create table objective (
  authority_id integer not null references authority,
  objective_id integer generated always as identity,
  plan_id integer not null,
  primary key (authority_id, objective_id),
  foreign key (authority_id, plan_id) references plan
);
comment on table objective is 'An objective (area of improvement) through all versions';
call keep_apart('objective', 'insert');

create table objective_wording (
  authority_id integer not null references authority,
  objective_wording_id integer generated always as identity,
  objective_id integer not null,
  plan_version_id integer not null,
  theme_id integer not null,
  ref text not null,
  section text not null default '',
  text text not null,
  position integer not null,
  primary key (authority_id, objective_wording_id),
  unique (authority_id, plan_version_id, objective_id),
  foreign key (authority_id, objective_id) references objective,
  foreign key (authority_id, theme_id) references theme,
  foreign key (authority_id, plan_version_id) references plan_version
);
comment on table objective_wording is 'An objective as a version words it; section is the heading it stands under (1.2 Information sharing)';
call keep_apart('objective_wording', 'insert');

create table action (
  authority_id integer not null references authority,
  action_id integer generated always as identity,
  plan_id integer not null,
  primary key (authority_id, action_id),
  foreign key (authority_id, plan_id) references plan
);
create index action_plan on action (authority_id, plan_id);
comment on table action is 'An action through all versions of the plan';
call keep_apart('action', 'insert');

create table action_wording (
  authority_id integer not null references authority,
  action_wording_id integer generated always as identity,
  action_id integer not null,
  plan_version_id integer not null,
  theme_id integer not null,
  objective_id integer,
  ref text not null,
  text text not null,
  desired_outcome text not null default '',
  lead_text text not null default '',
  measure_text text not null default '',
  monitored_by text not null default '',
  evidence_text text not null default '',
  unmapped jsonb not null default '{}',
  position integer not null,
  from_on date not null,
  reason text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, action_wording_id),
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, plan_version_id) references plan_version,
  foreign key (authority_id, theme_id) references theme,
  foreign key (authority_id, objective_id) references objective,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
create index action_wording_action on action_wording (authority_id, action_id, from_on desc, action_wording_id desc);
create index action_wording_version on action_wording (authority_id, plan_version_id);
comment on table action_wording is 'An action as worded from a day: first by its plan version, then by each agreed edit. The newest on or before a day is how it stood';
comment on column action_wording.unmapped is 'Cells of the document that no field takes, by their heading';
call keep_apart('action_wording', 'insert');

create table action_succession (
  authority_id integer not null references authority,
  action_succession_id integer generated always as identity,
  plan_version_id integer not null,
  from_action_id integer not null,
  to_action_id integer,
  kind text not null check (kind in ('replaced', 'split', 'merged', 'completed', 'dropped')),
  note text not null default '',
  primary key (authority_id, action_succession_id),
  foreign key (authority_id, plan_version_id) references plan_version,
  foreign key (authority_id, from_action_id) references action (authority_id, action_id),
  foreign key (authority_id, to_action_id) references action (authority_id, action_id)
);
comment on table action_succession is 'The family tree: where an action that a version no longer holds went. One carried forward keeps its identity and needs no row';
call keep_apart('action_succession', 'insert');

create table action_leads (
  authority_id integer not null references authority,
  action_leads_id integer generated always as identity,
  action_id integer not null,
  from_on date not null,
  reason text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, action_leads_id),
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
create index action_leads_action on action_leads (authority_id, action_id, from_on desc, action_leads_id desc);
comment on table action_leads is 'Who leads an action from a day: the posts are the whole list, so a row with none means nobody';
call keep_apart('action_leads', 'insert');

create table action_leads_post (
  authority_id integer not null references authority,
  action_leads_id integer not null,
  position integer not null,
  post_id integer not null,
  primary key (authority_id, action_leads_id, position),
  foreign key (authority_id, action_leads_id) references action_leads,
  foreign key (authority_id, post_id) references post
);
create index action_leads_post_post on action_leads_post (authority_id, post_id);
comment on table action_leads_post is 'The leading posts, the first being the one who answers for the action';
call keep_apart('action_leads_post', 'insert');

create table action_timescale (
  authority_id integer not null references authority,
  action_timescale_id integer generated always as identity,
  action_id integer not null,
  agreed_on date not null,
  text text not null,
  start_text text,
  end_text text,
  kind text not null,
  earliest_on date,
  latest_on date,
  next_test_on date,
  agreed_by text not null default '',
  reason text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, action_timescale_id),
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
create index action_timescale_action on action_timescale (authority_id, action_id, agreed_on, action_timescale_id);
comment on table action_timescale is 'When an action is to be done. The first row is the first agreed date and stays for ever; each later row is a revision with who agreed it and why';
comment on column action_timescale.next_test_on is 'For work that is ongoing: when it is next to be tested';
call keep_apart('action_timescale', 'insert');

create table action_rating (
  authority_id integer not null references authority,
  action_rating_id integer generated always as identity,
  action_id integer not null,
  rated_on date not null,
  delivery text not null check (delivery in ('not-started', 'on-task', 'completed', 'delayed', 'on-hold')),
  impact text not null check (impact in ('none', 'starting', 'made')),
  reason text not null check (reason <> ''),
  recorded_at timestamptz not null default now(),
  rated_by integer not null,
  post_id integer,
  primary key (authority_id, action_rating_id),
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, rated_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
create index action_rating_action on action_rating (authority_id, action_id, rated_on desc, action_rating_id desc);
comment on table action_rating is 'How far delivery has got and what impact it has had, as rated on a day, with the reason';
call keep_apart('action_rating', 'insert');

create table action_update (
  authority_id integer not null references authority,
  action_update_id integer generated always as identity,
  action_id integer not null,
  said_on date not null,
  text text not null check (text <> ''),
  recorded_at timestamptz not null default now(),
  said_by integer not null,
  post_id integer,
  primary key (authority_id, action_update_id),
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, said_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
create index action_update_action on action_update (authority_id, action_id, said_on desc, action_update_id desc);
comment on table action_update is 'What was said about an action''s progress on a day';
call keep_apart('action_update', 'insert');

create table milestone (
  authority_id integer not null references authority,
  milestone_id integer generated always as identity,
  action_id integer not null,
  text text not null,
  due_on date,
  added_on date not null,
  recorded_at timestamptz not null default now(),
  added_by integer not null,
  primary key (authority_id, milestone_id),
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, added_by) references person (authority_id, person_id)
);
create index milestone_action on milestone (authority_id, action_id);
comment on table milestone is 'A step of an action with its own day';
call keep_apart('milestone', 'insert');

create table milestone_outcome (
  authority_id integer not null references authority,
  milestone_outcome_id integer generated always as identity,
  milestone_id integer not null,
  outcome text not null check (outcome in ('met', 'missed', 'moved', 'dropped')),
  happened_on date not null,
  new_due_on date,
  reason text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, milestone_outcome_id),
  foreign key (authority_id, milestone_id) references milestone,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
create index milestone_outcome_milestone on milestone_outcome (authority_id, milestone_id);
comment on table milestone_outcome is 'What became of a milestone; one that moved has its new day here and keeps its first';
call keep_apart('milestone_outcome', 'insert');

create table action_target (
  authority_id integer not null references authority,
  action_target_id integer generated always as identity,
  action_id integer not null,
  plan_version_id integer not null,
  text text not null,
  value numeric,
  up_to numeric,
  unit text,
  bound text not null check (bound in ('exactly', 'at least', 'at most', 'between')),
  due_on date,
  series text not null default 'first',
  position integer not null,
  primary key (authority_id, action_target_id),
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, plan_version_id) references plan_version
);
create index action_target_action on action_target (authority_id, action_id);
comment on table action_target is 'A dated value that the plan promises (35% by March 2015); a re-based series stands beside the first';
call keep_apart('action_target', 'insert');

create table citation (
  authority_id integer not null references authority,
  citation_id integer generated always as identity,
  plan_version_id integer not null,
  action_id integer,
  objective_id integer,
  source_name text not null,
  ref text,
  text text not null,
  from_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  withdrawn_on date,
  withdrawn_by integer,
  withdrawn_reason text,
  primary key (authority_id, citation_id),
  check ((action_id is null) <> (objective_id is null)),
  foreign key (authority_id, plan_version_id) references plan_version,
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, objective_id) references objective,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
create index citation_version on citation (authority_id, plan_version_id);
create index citation_action on citation (authority_id, action_id);
comment on table citation is 'Words of the plan (or a link made by hand) by which an action or objective answers a finding. Which finding is worked out from source and reference, so one loaded later is found too';
call keep_apart('citation', 'insert, update');

create table evidence (
  authority_id integer not null references authority,
  evidence_id integer generated always as identity,
  action_id integer,
  finding_id integer,
  kind text not null check (kind in ('measure', 'audit', 'voice', 'view', 'external-test', 'document')),
  title text not null,
  text text not null default '',
  shows text not null default 'progress' check (shows in ('impact', 'progress', 'no-change', 'worse')),
  speaks_of_on date not null,
  added_on date not null,
  recorded_at timestamptz not null default now(),
  added_by integer not null,
  document_id integer,
  primary key (authority_id, evidence_id),
  check (action_id is not null or finding_id is not null),
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, finding_id) references finding,
  foreign key (authority_id, document_id) references document,
  foreign key (authority_id, added_by) references person (authority_id, person_id)
);
create index evidence_action on evidence (authority_id, action_id);
create index evidence_finding on evidence (authority_id, finding_id);
comment on table evidence is 'What shows that something changed: speaks_of_on is the day it tells of, added_on the day it was put here';
comment on column evidence.kind is 'measure, audit, voice of the child, staff or partner view, external test, document';
call keep_apart('evidence', 'insert');

create table saved_view (
  authority_id integer not null references authority,
  saved_view_id integer generated always as identity,
  person_id integer not null,
  name text not null,
  query text not null,
  saved_at timestamptz not null default now(),
  primary key (authority_id, saved_view_id),
  unique (authority_id, person_id, name),
  foreign key (authority_id, person_id) references person
);
comment on table saved_view is 'A person''s own filter of the register, by name';
call keep_apart('saved_view', 'insert, update, delete');

create table plan_draft (
  authority_id integer not null references authority,
  plan_draft_id integer generated always as identity,
  document_id integer not null,
  kind text not null check (kind in ('plan', 'source')),
  reading jsonb not null,
  corrections jsonb not null default '{}',
  made_at timestamptz not null default now(),
  made_by integer not null,
  kept_at timestamptz,
  primary key (authority_id, plan_draft_id),
  foreign key (authority_id, document_id) references document,
  foreign key (authority_id, made_by) references person (authority_id, person_id)
);
comment on table plan_draft is 'A document that was read but not kept: what was found and what was corrected. It changes nothing until it is kept';
call keep_apart('plan_draft', 'insert, update, delete');
