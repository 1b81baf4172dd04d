-- A version says its own period; an authority may hold several plans and says which one it runs on; a link made by hand is told from one that
-- the plan's words make; a finding keeps what its document says of its progress.

alter table plan_version add column starts_on date, add column ends_on date;
comment on column plan_version.starts_on is 'First day of the plan as this version has it; null where it says what the plan says';

alter table citation add column by_hand boolean not null default false;
comment on column citation.by_hand is 'True for a link that a person made, which a newer version carries on; false for words of the document';

alter table finding add column status jsonb not null default '{}';
comment on column finding.status is 'What the document itself says of the finding''s progress, by the heading of its column, word for word';

create table plan_in_use (
  authority_id integer not null references authority,
  plan_in_use_id integer generated always as identity,
  plan_id integer not null,
  since_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  primary key (authority_id, plan_in_use_id),
  foreign key (authority_id, plan_id) references plan,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id)
);
comment on table plan_in_use is 'From which day an authority that holds several plans runs on one of them; keeping a version counts as well';
call keep_apart('plan_in_use', 'insert');
