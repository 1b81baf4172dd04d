-- The authority, its people and posts, sign-in, and the record of what happened.
-- Every table starts its key with authority_id: row-level security by it, and the distribution key when one machine is outgrown.

create function current_authority() returns integer language sql stable parallel safe as
  $$ select nullif(current_setting('golden_thread.authority', true), '')::integer $$;
comment on function current_authority() is 'The authority of this transaction, set by SET LOCAL golden_thread.authority; null where none is set, and then no row is seen';

-- Keeps a table's rows apart by authority, and says what the service may do to them: it may always read; the second argument
-- names what else ('insert' for a table of things that happened, 'insert, update' where a row is a state, 'insert, delete' for a session).
create procedure keep_apart(kept regclass, rights text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', kept);
  execute format('alter table %s force row level security', kept);
  execute format('create policy own_authority on %s using (authority_id = current_authority()) with check (authority_id = current_authority())', kept);
  execute format('grant select%s on %s to golden_thread_service', case when rights = '' then '' else ', ' || rights end, kept);
end $$;

create table authority (
  authority_id integer primary key generated always as identity,
  name text not null unique,
  short_name text not null,
  service_name text not null,
  brand_colour text not null default '#1d4f6b' check (brand_colour ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz not null default now()
);
comment on table authority is 'A council. Everything belongs to exactly one; a deployment can hold many';
call keep_apart('authority', 'insert, update');

create table organisation (
  authority_id integer not null references authority,
  organisation_id integer generated always as identity,
  name text not null,
  kind text not null check (kind in ('council', 'health', 'police', 'education', 'safeguarding', 'voluntary', 'government', 'other')),
  primary key (authority_id, organisation_id),
  unique (authority_id, name)
);
comment on table organisation is 'The council itself or a partner agency';
call keep_apart('organisation', 'insert, update');

create table person (
  authority_id integer not null references authority,
  person_id integer generated always as identity,
  name text not null,
  email text not null,
  primary key (authority_id, person_id)
);
create unique index person_email on person (authority_id, lower(email));
comment on table person is 'Staff, partners and members; never a child';
call keep_apart('person', 'insert, update');

create table post (
  authority_id integer not null references authority,
  post_id integer generated always as identity,
  title text not null,
  organisation_id integer not null,
  role text not null,
  added_on date not null,
  primary key (authority_id, post_id),
  unique (authority_id, title),
  foreign key (authority_id, organisation_id) references organisation
);
comment on table post is 'A post that can lead actions. A person holds it for a period; an action is led by the post, not by the person';
comment on column post.role is 'What its holder may do: a key of ROLE in people/permission.ts';
call keep_apart('post', 'insert, update');

create table post_holding (
  authority_id integer not null references authority,
  post_holding_id integer generated always as identity,
  post_id integer not null,
  person_id integer not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  primary key (authority_id, post_holding_id),
  foreign key (authority_id, post_id) references post,
  foreign key (authority_id, person_id) references person
);
create index post_holding_person on post_holding (authority_id, person_id);
create index post_holding_post on post_holding (authority_id, post_id);
comment on table post_holding is 'Who held a post, from a day to a day, both counted; to_on is null while they hold it';
call keep_apart('post_holding', 'insert, update');

create table account (
  authority_id integer not null references authority,
  person_id integer not null,
  password_hash text not null,
  failed_count integer not null default 0,
  failed_at timestamptz,
  primary key (authority_id, person_id),
  foreign key (authority_id, person_id) references person
);
comment on table account is 'A local sign-in: an argon2id hash, and how often it was tried wrongly since the last success';
call keep_apart('account', 'insert, update');

create table session (
  authority_id integer not null references authority,
  token_hash bytea not null,
  person_id integer not null,
  post_id integer,
  began_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  primary key (authority_id, token_hash),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, post_id) references post
);
create index session_person on session (authority_id, person_id);
comment on table session is 'Someone signed in. The token itself is only in their cookie; here is its SHA-256';
comment on column session.post_id is 'The post they act in, where they hold more than one';
call keep_apart('session', 'insert, update, delete');

-- Before sign-in no authority is set: this tells which authorities know an e-mail address, and nothing else.
create function authorities_of_email(given text) returns setof integer language sql stable security definer set search_path = public, pg_temp as
  $$ select p.authority_id from person p join account a using (authority_id, person_id) where lower(p.email) = lower(given) $$;
revoke all on function authorities_of_email(text) from public;
grant execute on function authorities_of_email(text) to golden_thread_service;

create table event (
  authority_id integer not null references authority,
  event_id bigint generated always as identity,
  happened_at timestamptz not null default clock_timestamp(),
  person_id integer,
  post_id integer,
  kind text not null,
  about text not null,
  about_id integer,
  detail jsonb not null default '{}',
  primary key (authority_id, event_id)
);
create index event_about on event (authority_id, about, about_id);
comment on table event is 'The record: what was done, by whom, in which post, about what. Only ever added to';
comment on column event.kind is 'A verb and noun, as the record of who did what words it: rate-action, keep-plan, sign-in';
call keep_apart('event', 'insert');
