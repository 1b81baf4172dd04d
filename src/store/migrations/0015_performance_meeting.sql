-- The weekly performance meeting: which teams met and what was minuted, the reasons given for children past a clock, and the exceptions as they
-- stood when a meeting was closed.

create table performance_meeting (
  authority_id integer not null references authority,
  performance_meeting_id integer generated always as identity,
  team_ref text check (team_ref <> ''),
  service text check (service <> ''),
  name text not null check (name <> ''),
  week_on date not null check (extract(isodow from week_on) = 1),
  held_on date not null,
  chair text not null default '',
  attendance text not null default '',
  notes text not null default '',
  records_to date,
  exceptions integer,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  closed_at timestamptz,
  closed_by integer,
  primary key (authority_id, performance_meeting_id),
  check (num_nonnulls(team_ref, service) = 1),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (records_to is null) and (closed_at is null) = (exceptions is null)),
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, closed_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
create unique index performance_meeting_team on performance_meeting (authority_id, team_ref, week_on) where team_ref is not null;
create unique index performance_meeting_service on performance_meeting (authority_id, service, week_on) where service is not null;
comment on table performance_meeting is 'A weekly meeting of a team or a whole service about what is past its clock; closed, nothing of it changes';
comment on column performance_meeting.name is 'The team or the service, as it was called then';
comment on column performance_meeting.week_on is 'The Monday of the week';
comment on column performance_meeting.records_to is 'The last day of the records that it saw; set when it is closed';
comment on column performance_meeting.exceptions is 'How many exceptions its teams had when it was closed, those too that whoever closed it could not see';
call keep_apart('performance_meeting', 'insert, update');

create table case_reason (
  authority_id integer not null references authority,
  case_reason_id integer generated always as identity,
  child_id integer not null,
  clock text not null check (clock <> ''),
  due_on date not null,
  reason text not null check (reason <> ''),
  note text not null default '',
  owner text not null default '',
  next_step text not null default '',
  review_on date,
  performance_meeting_id integer,
  said_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, case_reason_id),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, performance_meeting_id) references performance_meeting,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
create index case_reason_case on case_reason (authority_id, child_id, clock, due_on, case_reason_id desc);
comment on table case_reason is 'Why a child is past a clock, who owns it and what comes next. Only added to: the latest of a case stands';
comment on column case_reason.clock is 'The clock by its id, without its variant';
comment on column case_reason.due_on is 'The day it was due: with child and clock, which running of the clock it is';
comment on column case_reason.performance_meeting_id is 'The meeting at which it was said; null where it was said on the page of the child';
call keep_apart('case_reason', 'insert');
call keep_children_apart('case_reason');

create table meeting_exception (
  authority_id integer not null references authority,
  performance_meeting_id integer not null,
  child_id integer not null,
  clock text not null,
  due_on date not null,
  days_over integer not null,
  step text not null check (step in ('E2', 'E3', 'E4', 'E5')),
  worker text not null,
  carried integer not null,
  is_repeat boolean not null,
  case_reason_id integer,
  primary key (authority_id, performance_meeting_id, child_id, clock, due_on),
  foreign key (authority_id, performance_meeting_id) references performance_meeting,
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, case_reason_id) references case_reason
);
create index meeting_exception_case on meeting_exception (authority_id, child_id, clock, due_on);
comment on table meeting_exception is 'A case past its clock as it stood when a meeting was closed: from these it is told how often a case was carried over';
comment on column meeting_exception.carried is 'In how many closed meetings before this one it stood already';
comment on column meeting_exception.is_repeat is 'Whether the same clock of the same child was late before within twelve months';
call keep_apart('meeting_exception', 'insert');
call keep_children_apart('meeting_exception');

create function refuse_closed_meeting() returns trigger language plpgsql as $$
declare
  closed timestamptz;
begin
  if tg_op = 'UPDATE' then
    closed := old.closed_at;
  else
    select closed_at into closed from performance_meeting m where m.authority_id = new.authority_id and m.performance_meeting_id = new.performance_meeting_id;
  end if;
  if closed is not null then
    raise exception 'this meeting is closed' using errcode = 'check_violation', constraint = 'meeting_is_open';
  end if;
  return new;
end $$;
create trigger meeting_is_open before update on performance_meeting for each row execute function refuse_closed_meeting();
create trigger meeting_is_open before insert on case_reason for each row execute function refuse_closed_meeting();
create trigger meeting_is_open before insert on meeting_exception for each row execute function refuse_closed_meeting();
