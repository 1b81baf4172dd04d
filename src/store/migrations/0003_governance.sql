-- The boards that run the programme and when they meet.

create table body (
  authority_id integer not null references authority,
  body_id integer generated always as identity,
  name text not null,
  role text not null default '',
  meets_every_weeks integer check (meets_every_weeks > 0),
  is_improvement_board boolean not null default false,
  primary key (authority_id, body_id),
  unique (authority_id, name)
);
comment on table body is 'A board or meeting that monitors the plan';
comment on column body.is_improvement_board is 'The board that packs are made for: exactly one in an authority';
create unique index one_improvement_board on body (authority_id) where is_improvement_board;
call keep_apart('body', 'insert, update');

create table meeting (
  authority_id integer not null references authority,
  meeting_id integer generated always as identity,
  body_id integer not null,
  meets_on date not null,
  place text not null default '',
  primary key (authority_id, meeting_id),
  unique (authority_id, body_id, meets_on),
  foreign key (authority_id, body_id) references body
);
comment on table meeting is 'A day a body meets';
call keep_apart('meeting', 'insert, update');
