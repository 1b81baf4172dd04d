-- Signing in: second steps, passkeys, the council's directory, invitations, and how a session was proved.

alter table authority add column second_step text not null default 'required' check (second_step in ('required', 'optional'));
comment on column authority.second_step is 'Whether a password alone is not enough for posts that see children or decide who does. Optional in the invented council only';
alter table authority no force row level security;
update authority set second_step = 'optional' where name like 'Aldermere%';
alter table authority force row level security;

alter table session add column proof text not null default 'password'
  check (proof in ('password', 'code', 'recovery-code', 'passkey', 'directory'));
alter table session add column waits_for_code boolean not null default false;
alter table session add column proved_at timestamptz not null default 'epoch';
alter table session alter column proved_at drop default;
alter table session add column nonce bytea not null
  default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
alter table session add column came_from text;
comment on column session.proof is 'The strongest thing that was shown in it. A password is the weakest';
comment on column session.waits_for_code is 'True between the password and the second step: nothing opens but the page that asks for it';
comment on column session.proved_at is 'When its holder last showed who they are';
comment on column session.nonce is 'What a passkey signs and new secrets are made from, here only: another after each use, so that nothing is taken twice';
comment on column session.came_from is 'The network address it began at, for its holder to recognise';

create table authenticator (
  authority_id integer not null references authority,
  authenticator_id integer generated always as identity,
  person_id integer not null,
  secret bytea,
  added_at timestamptz not null,
  removed_at timestamptz,
  last_step bigint not null default 0,
  wrong_count integer not null default 0,
  wrong_at timestamptz,
  primary key (authority_id, authenticator_id),
  foreign key (authority_id, person_id) references person,
  check ((secret is null) = (removed_at is not null))
);
create unique index authenticator_one on authenticator (authority_id, person_id) where removed_at is null;
comment on table authenticator is 'An app that makes six-digit codes (RFC 6238), one a person. Its secret is forgotten when it is removed';
comment on column authenticator.last_step is 'The half minute of the last code that was taken, counted since 1970: that code and older ones are not taken again';
call keep_apart('authenticator', 'insert, update');

create table passkey (
  authority_id integer not null references authority,
  passkey_id integer generated always as identity,
  person_id integer not null,
  credential_id bytea not null,
  public_key bytea not null,
  uses bigint not null,
  transports text[] not null default '{}',
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  removed_at timestamptz,
  primary key (authority_id, passkey_id),
  foreign key (authority_id, person_id) references person,
  unique (authority_id, credential_id)
);
create index passkey_person on passkey (authority_id, person_id);
comment on table passkey is 'A passkey (WebAuthn) of a person: its public half';
comment on column passkey.uses is 'How often its device says it was used; a number that falls tells of a copy';
call keep_apart('passkey', 'insert, update');

create table recovery_code (
  authority_id integer not null references authority,
  code_hash bytea not null,
  person_id integer not null,
  made_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (authority_id, code_hash),
  foreign key (authority_id, person_id) references person
);
create index recovery_code_person on recovery_code (authority_id, person_id);
comment on table recovery_code is 'A code that stands for the second step once, for who has lost theirs. Only its SHA-256 is here; it has 118 bits';
call keep_apart('recovery_code', 'insert, update');

create table invitation (
  authority_id integer not null references authority,
  token_hash bytea not null,
  person_id integer not null,
  made_at timestamptz not null,
  made_by integer,
  ends_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (authority_id, token_hash),
  foreign key (authority_id, person_id) references person
);
create index invitation_person on invitation (authority_id, person_id);
comment on table invitation is 'A link with which a person chooses how they sign in, once. Only the SHA-256 of its secret is here';
call keep_apart('invitation', 'insert, update');

create table directory_link (
  authority_id integer not null references authority,
  directory_link_id integer generated always as identity,
  issuer text not null,
  subject text not null,
  person_id integer not null,
  how text not null check (how in ('invitation', 'email')),
  linked_at timestamptz not null,
  ended_at timestamptz,
  primary key (authority_id, directory_link_id),
  foreign key (authority_id, person_id) references person
);
create unique index directory_link_one on directory_link (authority_id, issuer, subject) where ended_at is null;
create index directory_link_person on directory_link (authority_id, person_id);
comment on table directory_link is 'Whose account in the council’s directory (OpenID Connect) is whose here: by its issuer and subject, never by e-mail address';
call keep_apart('directory_link', 'insert, update');

create table sign_in_try (
  authority_id integer not null references authority,
  token_hash bytea not null,
  facts jsonb not null,
  began_at timestamptz not null,
  primary key (authority_id, token_hash)
);
create index sign_in_try_began on sign_in_try (authority_id, began_at);
comment on table sign_in_try is 'A sign-in that has begun elsewhere: what must come back with it. Taken away when it does, or after ten minutes';
call keep_apart('sign_in_try', 'insert, delete');
