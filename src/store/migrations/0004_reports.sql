-- What goes out: a pack is frozen when it is made, so that it can be shown again as the board saw it.

create table pack (
  authority_id integer not null references authority,
  pack_id integer generated always as identity,
  plan_id integer not null,
  title text not null,
  as_at date not null,
  since_on date not null,
  content jsonb not null,
  sha256 bytea not null,
  made_at timestamptz not null default now(),
  made_by integer not null,
  primary key (authority_id, pack_id),
  foreign key (authority_id, plan_id) references plan,
  foreign key (authority_id, made_by) references person (authority_id, person_id)
);
comment on table pack is 'A board pack as frozen at a data date; content is its description, from which web page, Word and PDF are made';
comment on column pack.sha256 is 'SHA-256 of the content, printed in the pack';
call keep_apart('pack', 'insert');
