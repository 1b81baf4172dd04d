-- Files given with a piece of evidence. What is known of each is for everyone of the council; its name and what is in it are for whom the file
-- is, and a policy keeps them so, whatever a page forgets. What is removed leaves its name, its hash, who removed it and why.

alter table role_scope add column sees_figures boolean not null default false, add column sees_children boolean not null default false;
comment on column role_scope.sees_figures is 'Whether it sees figures with small numbers shown, as terms/permission.ts says';
comment on column role_scope.sees_children is 'Whether it sees children, as far as its scope reaches, as terms/permission.ts says';
update role_scope set sees_children = true
where role in ('director', 'head-of-service', 'service-manager', 'team-manager', 'social-worker', 'reviewing-officer', 'personal-adviser', 'auditor',
               'qa-manager', 'analyst', 'inspector');
update role_scope set sees_figures = true where sees_children or role = 'programme-manager';

create table attachment (
  authority_id integer not null references authority,
  attachment_id integer generated always as identity,
  evidence_id integer not null,
  address text not null default translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_'),
  kind text not null check (kind in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'csv', 'text', 'png', 'jpeg')),
  bytes integer not null check (bytes between 1 and 20971520),
  sha256 bytea not null check (octet_length(sha256) = 32),
  given_sha256 bytea not null check (octet_length(given_sha256) = 32),
  audience text not null check (audience in ('all', 'figures', 'children')),
  scanned boolean not null,
  added_on date not null,
  recorded_at timestamptz not null default now(),
  added_by integer not null,
  post_id integer,
  primary key (authority_id, attachment_id),
  unique (authority_id, address),
  unique (authority_id, attachment_id, audience),
  foreign key (authority_id, evidence_id) references evidence,
  foreign key (authority_id, added_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
create index attachment_evidence on attachment (authority_id, evidence_id);
comment on table attachment is 'A file given with a piece of evidence: what it is and whom it is for. Its name is with its content';
comment on column attachment.address is 'Stands for it in web addresses: random, so that no address can be guessed';
comment on column attachment.kind is 'What its bytes are, whatever it was called: a key of ALLOWED in intake/attachable.ts, and the only source of its media type';
comment on column attachment.sha256 is 'Of the content as it is kept';
comment on column attachment.given_sha256 is 'Of the file as it was given; another where something was taken out, such as where a picture was taken';
comment on column attachment.audience is 'Who may open it. all: who reads the plan; figures: who sees the figures of the council; children: who sees every child';
comment on column attachment.scanned is 'Whether a scanner looked into it when it came';
call keep_apart('attachment', 'insert');

create table attachment_content (
  authority_id integer not null references authority,
  attachment_id integer not null,
  audience text not null,
  name text not null check (name <> ''),
  content bytea,
  primary key (authority_id, attachment_id),
  foreign key (authority_id, attachment_id, audience) references attachment (authority_id, attachment_id, audience)
);
alter table attachment_content alter column content set storage external; -- most kinds are packed by themselves
comment on table attachment_content is 'The name of a file, which may be a child''s, and what is in it';
comment on column attachment_content.audience is 'As the attachment says: it cannot differ';
comment on column attachment_content.content is 'Null once it was removed';
call keep_apart('attachment_content', 'insert');

-- Never filled: a piece of evidence may have several files.
alter table evidence drop column document_id;

create function audiences_of_asker() returns setof text language sql stable as $$
  select unnest(case when s.sees_children and s.scope = 'authority' then '{all,figures,children}'::text[]
                     when s.sees_figures then '{all,figures}' else '{all}' end)
  from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
  where h.authority_id = current_authority() and h.person_id = current_person() and h.post_id = coalesce(acting_post(), h.post_id)
    and h.from_on <= london_today() and (h.to_on is null or h.to_on >= london_today()) $$;
comment on function audiences_of_asker() is 'What whoever asks may open today, by the posts they act in; nothing for someone without a post';

-- Of reading only: who adds a file need not be one of those it is for.
create policy audience on attachment_content as restrictive for select to golden_thread_service
  using (audience in (select audiences_of_asker()));

create table attachment_removal (
  authority_id integer not null references authority,
  attachment_id integer not null,
  reason text not null check (reason <> ''),
  removed_on date not null,
  recorded_at timestamptz not null default now(),
  removed_by integer not null,
  post_id integer,
  primary key (authority_id, attachment_id),
  foreign key (authority_id, attachment_id) references attachment,
  foreign key (authority_id, removed_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post
);
comment on table attachment_removal is 'A file that was removed: its content went with this row, by whom and why is kept';
call keep_apart('attachment_removal', 'insert');

-- The service may not change or delete what was given: saying that a file is removed takes its content away, and a hold on everything forbids it.
create function take_content_away() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if holds_everything() then -- of the migration of retention
    raise exception 'a legal hold keeps everything' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  update attachment_content set content = null where authority_id = new.authority_id and attachment_id = new.attachment_id;
  return null;
end $$;
create trigger take_content_away after insert on attachment_removal for each row execute function take_content_away();
