-- The measures by which an action is followed: the link of the thread between the plan and the figures of children.

create table action_measure (
  authority_id integer not null references authority,
  action_measure_id integer generated always as identity,
  action_id integer not null,
  measure text not null,
  from_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  withdrawn_on date check (withdrawn_on >= from_on),
  withdrawn_by integer,
  withdrawn_reason text,
  primary key (authority_id, action_measure_id),
  foreign key (authority_id, action_id) references action,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, withdrawn_by) references person (authority_id, person_id)
);
create unique index action_measure_once on action_measure (authority_id, action_id, measure) where withdrawn_on is null;
create index action_measure_measure on action_measure (authority_id, measure);
comment on table action_measure is 'A measure that tells whether an action works, from a day until the link is withdrawn';
comment on column action_measure.measure is 'The measure by its id in the catalogue, with its variant after a slash';
call keep_apart('action_measure', 'insert, update');
