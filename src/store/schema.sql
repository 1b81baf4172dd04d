-- The schema as the migrations make it: written by schema.db.test.ts, not by hand.


-- A request for what is held of a child, of somebody who signs in, or of a worker whom only the records of children name
create table access_request (
  authority_id integer not null,
  access_request_id integer not null generated always as identity,
  subject text not null,
  child_id integer,
  person_id integer,
  worker_ref text,
  asked_by text not null, -- In which capacity, never a name: the subject themselves, a parent or carer, a representative, another
  reference text not null, -- The council's own reference of the request
  reason text not null default ''::text,
  received_on date not null,
  due_on date not null, -- One calendar month from the day it was received (UK GDPR, article 12(3)), or the next working day where that is none
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  answered_on date,
  answered_by integer,
  left_out text not null default ''::text, -- What was taken out before it was handed over, and why
  PRIMARY KEY (authority_id, access_request_id),
  CHECK ((((subject = 'child'::text) = (child_id IS NOT NULL)) AND ((subject = 'person'::text) = (person_id IS NOT NULL)))),
  CHECK (((answered_on IS NULL) = (answered_by IS NULL))),
  CHECK ((answered_on >= received_on)),
  CHECK ((asked_by = ANY (ARRAY['themselves'::text, 'parent'::text, 'representative'::text, 'other'::text]))),
  CHECK ((due_on > received_on)),
  CHECK ((num_nonnulls(child_id, person_id, worker_ref) = 1)),
  CHECK ((reference <> ''::text)),
  CHECK ((subject = ANY (ARRAY['child'::text, 'person'::text, 'worker'::text]))),
  CHECK ((worker_ref <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, answered_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, child_id) REFERENCES child(authority_id, child_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX access_request_child ON public.access_request USING btree (authority_id, child_id);
alter table access_request enable row level security;
alter table access_request force row level security;
create policy children_in_scope on access_request as restrictive for all to golden_thread_service using (((( SELECT
        CASE
            WHEN (current_work() IS NOT NULL) THEN 2
            ELSE COALESCE(max(
            CASE own_reach.scope
                WHEN 'authority'::text THEN 2
                ELSE 1
            END), 0)
        END AS "coalesce"
   FROM own_reach) >
CASE
    WHEN (child_id IS NULL) THEN 0
    ELSE 1
END) OR (EXISTS ( SELECT 1
   FROM child_in_scope s
  WHERE (s.child_id = access_request.child_id)))));
create policy own_authority on access_request for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on access_request to golden_thread_service;

-- A local sign-in: an argon2id hash, and how often it was tried wrongly since the last success
create table account (
  authority_id integer not null,
  person_id integer not null,
  password_hash text not null,
  failed_count integer not null default 0,
  failed_at timestamp with time zone,
  must_change boolean not null default false, -- True while the password is a one-time password, which another person knows
  PRIMARY KEY (authority_id, person_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id)
);
alter table account enable row level security;
alter table account force row level security;
create policy own_authority on account for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
create policy owner_looks on account for select to golden_thread_owner using (true);
grant insert, select, update on account to golden_thread_service;

-- An action through all versions of the plan
create table action (
  authority_id integer not null,
  action_id integer not null generated always as identity,
  plan_id integer not null,
  PRIMARY KEY (authority_id, action_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, plan_id)
);
CREATE INDEX action_plan ON public.action USING btree (authority_id, plan_id);
alter table action enable row level security;
alter table action force row level security;
create policy own_authority on action for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on action to golden_thread_service;

-- Who leads an action from a day: the posts are the whole list, so a row with none means nobody
create table action_leads (
  authority_id integer not null,
  action_leads_id integer not null generated always as identity,
  action_id integer not null,
  from_on date not null,
  reason text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, action_leads_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX action_leads_action ON public.action_leads USING btree (authority_id, action_id, from_on DESC, action_leads_id DESC);
alter table action_leads enable row level security;
alter table action_leads force row level security;
create policy own_authority on action_leads for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on action_leads to golden_thread_service;

-- The leading posts, the first being the one who answers for the action
create table action_leads_post (
  authority_id integer not null,
  action_leads_id integer not null,
  "position" integer not null,
  post_id integer not null,
  PRIMARY KEY (authority_id, action_leads_id, "position"),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_leads_id) REFERENCES action_leads(authority_id, action_leads_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id)
);
CREATE INDEX action_leads_post_post ON public.action_leads_post USING btree (authority_id, post_id);
alter table action_leads_post enable row level security;
alter table action_leads_post force row level security;
create policy own_authority on action_leads_post for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on action_leads_post to golden_thread_service;

-- A measure that tells whether an action works, from a day until the link is withdrawn
create table action_measure (
  authority_id integer not null,
  action_measure_id integer not null generated always as identity,
  action_id integer not null,
  measure text not null, -- The measure by its id in the catalogue, with its variant after a slash
  from_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  withdrawn_on date,
  withdrawn_by integer,
  withdrawn_reason text,
  PRIMARY KEY (authority_id, action_measure_id),
  CHECK ((withdrawn_on >= from_on)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, withdrawn_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX action_measure_measure ON public.action_measure USING btree (authority_id, measure);
CREATE UNIQUE INDEX action_measure_once ON public.action_measure USING btree (authority_id, action_id, measure) WHERE (withdrawn_on IS NULL);
alter table action_measure enable row level security;
alter table action_measure force row level security;
create policy own_authority on action_measure for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on action_measure to golden_thread_service;

-- How far delivery has got and what impact it has had, as rated on a day, with the reason
create table action_rating (
  authority_id integer not null,
  action_rating_id integer not null generated always as identity,
  action_id integer not null,
  rated_on date not null,
  delivery text not null,
  impact text not null,
  reason text not null,
  recorded_at timestamp with time zone not null default now(),
  rated_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, action_rating_id),
  CHECK ((delivery = ANY (ARRAY['not-started'::text, 'on-task'::text, 'completed'::text, 'delayed'::text, 'on-hold'::text]))),
  CHECK ((impact = ANY (ARRAY['none'::text, 'starting'::text, 'made'::text]))),
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, rated_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX action_rating_action ON public.action_rating USING btree (authority_id, action_id, rated_on DESC, action_rating_id DESC);
alter table action_rating enable row level security;
alter table action_rating force row level security;
create policy own_authority on action_rating for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on action_rating to golden_thread_service;

-- The family tree: where an action that a version no longer holds went. One carried forward keeps its identity and needs no row
create table action_succession (
  authority_id integer not null,
  action_succession_id integer not null generated always as identity,
  plan_version_id integer not null,
  from_action_id integer not null,
  to_action_id integer,
  kind text not null,
  note text not null default ''::text,
  PRIMARY KEY (authority_id, action_succession_id),
  CHECK ((kind = ANY (ARRAY['replaced'::text, 'split'::text, 'merged'::text, 'completed'::text, 'dropped'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, from_action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, plan_version_id) REFERENCES plan_version(authority_id, plan_version_id),
  FOREIGN KEY (authority_id, to_action_id) REFERENCES action(authority_id, action_id)
);
alter table action_succession enable row level security;
alter table action_succession force row level security;
create policy own_authority on action_succession for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on action_succession to golden_thread_service;

-- A dated value that the plan promises (35% by March 2015); a re-based series stands beside the first
create table action_target (
  authority_id integer not null,
  action_target_id integer not null generated always as identity,
  action_id integer not null,
  plan_version_id integer not null,
  text text not null,
  value numeric,
  up_to numeric,
  unit text,
  bound text not null,
  due_on date,
  series text not null default 'first'::text,
  "position" integer not null,
  PRIMARY KEY (authority_id, action_target_id),
  CHECK ((bound = ANY (ARRAY['exactly'::text, 'at least'::text, 'at most'::text, 'between'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, plan_version_id) REFERENCES plan_version(authority_id, plan_version_id)
);
CREATE INDEX action_target_action ON public.action_target USING btree (authority_id, action_id);
alter table action_target enable row level security;
alter table action_target force row level security;
create policy own_authority on action_target for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on action_target to golden_thread_service;

-- When an action is to be done. The first row is the first agreed date and stays for ever; each later row is a revision with who agreed it and why
create table action_timescale (
  authority_id integer not null,
  action_timescale_id integer not null generated always as identity,
  action_id integer not null,
  agreed_on date not null,
  text text not null,
  start_text text,
  end_text text,
  kind text not null,
  earliest_on date,
  latest_on date,
  next_test_on date, -- For work that is ongoing: when it is next to be tested
  agreed_by text not null default ''::text,
  reason text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, action_timescale_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX action_timescale_action ON public.action_timescale USING btree (authority_id, action_id, agreed_on, action_timescale_id);
alter table action_timescale enable row level security;
alter table action_timescale force row level security;
create policy own_authority on action_timescale for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on action_timescale to golden_thread_service;

-- What was said about an action's progress on a day
create table action_update (
  authority_id integer not null,
  action_update_id integer not null generated always as identity,
  action_id integer not null,
  said_on date not null,
  text text not null,
  recorded_at timestamp with time zone not null default now(),
  said_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, action_update_id),
  CHECK ((text <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, said_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX action_update_action ON public.action_update USING btree (authority_id, action_id, said_on DESC, action_update_id DESC);
alter table action_update enable row level security;
alter table action_update force row level security;
create policy own_authority on action_update for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on action_update to golden_thread_service;

-- An action as worded from a day: first by its plan version, then by each agreed edit. The newest on or before a day is how it stood
create table action_wording (
  authority_id integer not null,
  action_wording_id integer not null generated always as identity,
  action_id integer not null,
  plan_version_id integer not null,
  theme_id integer not null,
  objective_id integer,
  ref text not null,
  text text not null,
  desired_outcome text not null default ''::text,
  lead_text text not null default ''::text,
  measure_text text not null default ''::text,
  monitored_by text not null default ''::text,
  evidence_text text not null default ''::text,
  unmapped jsonb not null default '{}'::jsonb, -- Cells of the document that no field takes, by their heading
  "position" integer not null,
  from_on date not null,
  reason text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, action_wording_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, objective_id) REFERENCES objective(authority_id, objective_id),
  FOREIGN KEY (authority_id, plan_version_id) REFERENCES plan_version(authority_id, plan_version_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, theme_id) REFERENCES theme(authority_id, theme_id)
);
CREATE INDEX action_wording_action ON public.action_wording USING btree (authority_id, action_id, from_on DESC, action_wording_id DESC);
CREATE INDEX action_wording_version ON public.action_wording USING btree (authority_id, plan_version_id);
alter table action_wording enable row level security;
alter table action_wording force row level security;
create policy own_authority on action_wording for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on action_wording to golden_thread_service;

-- A pseudonymised extract as it was asked for; each time it is taken is an export in the record
create table analysis_extract (
  authority_id integer not null,
  analysis_extract_id integer not null generated always as identity,
  analysis_project_id integer not null,
  snapshot_id integer not null,
  tables text[] not null, -- The tables of the records that it holds, as children/records.ts names them
  reason text not null,
  receiver text not null, -- Who will hold and analyse it
  asked_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, analysis_extract_id),
  CHECK ((cardinality(tables) > 0)),
  CHECK ((reason <> ''::text)),
  CHECK ((receiver <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, analysis_project_id) REFERENCES analysis_project(authority_id, analysis_project_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, snapshot_id) REFERENCES snapshot(authority_id, snapshot_id)
);
alter table analysis_extract enable row level security;
alter table analysis_extract force row level security;
create policy own_authority on analysis_extract for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on analysis_extract to golden_thread_service;

-- What pseudonymised extracts are taken for: extracts of one project link with each other and with no other
create table analysis_project (
  authority_id integer not null,
  analysis_project_id integer not null generated always as identity,
  name text not null,
  key bytea, -- What its pseudonyms are made with; null where it was never kept (one extract only) or is forgotten
  begun_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  forgotten_on date,
  forgotten_by integer,
  PRIMARY KEY (authority_id, analysis_project_id),
  CHECK (((forgotten_on IS NULL) = (forgotten_by IS NULL))),
  CHECK (((key IS NULL) OR (forgotten_on IS NULL))),
  CHECK ((forgotten_on >= begun_on)),
  CHECK ((length(key) = 32)),
  CHECK ((name <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, forgotten_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  UNIQUE (authority_id, name)
);
alter table analysis_project enable row level security;
alter table analysis_project force row level security;
create policy own_authority on analysis_project for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on analysis_project to golden_thread_service;

-- A file given with a piece of evidence: what it is and whom it is for. Its name is with its content
create table attachment (
  authority_id integer not null,
  attachment_id integer not null generated always as identity,
  evidence_id integer not null,
  address text not null default translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'::text), '='::text), '+/'::text, '-_'::text), -- Stands for it in web addresses: random, so that no address can be guessed
  kind text not null, -- What its bytes are, whatever it was called: a key of ALLOWED in intake/attachable.ts, and the only source of its media type
  bytes integer not null,
  sha256 bytea not null, -- Of the content as it is kept
  given_sha256 bytea not null, -- Of the file as it was given; another where something was taken out, such as where a picture was taken
  audience text not null, -- Who may open it. all: who reads the plan; figures: who sees the figures of the council; children: who sees every child
  scanned boolean not null, -- Whether a scanner looked into it when it came
  added_on date not null,
  recorded_at timestamp with time zone not null default now(),
  added_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, attachment_id),
  CHECK (((bytes >= 1) AND (bytes <= 20971520))),
  CHECK ((audience = ANY (ARRAY['all'::text, 'figures'::text, 'children'::text]))),
  CHECK ((kind = ANY (ARRAY['pdf'::text, 'docx'::text, 'xlsx'::text, 'pptx'::text, 'odt'::text, 'ods'::text, 'odp'::text, 'csv'::text, 'text'::text, 'png'::text, 'jpeg'::text]))),
  CHECK ((octet_length(given_sha256) = 32)),
  CHECK ((octet_length(sha256) = 32)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, added_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, evidence_id) REFERENCES evidence(authority_id, evidence_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  UNIQUE (authority_id, address),
  UNIQUE (authority_id, attachment_id, audience)
);
CREATE INDEX attachment_evidence ON public.attachment USING btree (authority_id, evidence_id);
alter table attachment enable row level security;
alter table attachment force row level security;
create policy own_authority on attachment for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on attachment to golden_thread_service;

-- The name of a file, which may be a child's, and what is in it
create table attachment_content (
  authority_id integer not null,
  attachment_id integer not null,
  audience text not null, -- As the attachment says: it cannot differ
  name text not null,
  content bytea, -- Null once it was removed
  PRIMARY KEY (authority_id, attachment_id),
  CHECK ((name <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, attachment_id, audience) REFERENCES attachment(authority_id, attachment_id, audience)
);
alter table attachment_content enable row level security;
alter table attachment_content force row level security;
create policy audience on attachment_content as restrictive for select to golden_thread_service using ((audience IN ( SELECT audiences_of_asker() AS audiences_of_asker)));
create policy own_authority on attachment_content for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on attachment_content to golden_thread_service;

-- A file that was removed: its content went with this row, by whom and why is kept
create table attachment_removal (
  authority_id integer not null,
  attachment_id integer not null,
  reason text not null,
  removed_on date not null,
  recorded_at timestamp with time zone not null default now(),
  removed_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, attachment_id),
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, attachment_id) REFERENCES attachment(authority_id, attachment_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, removed_by) REFERENCES person(authority_id, person_id)
);
CREATE TRIGGER take_content_away AFTER INSERT ON attachment_removal FOR EACH ROW EXECUTE FUNCTION take_content_away();
alter table attachment_removal enable row level security;
alter table attachment_removal force row level security;
create policy own_authority on attachment_removal for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on attachment_removal to golden_thread_service;

-- An app that makes six-digit codes (RFC 6238), one a person. Its secret is forgotten when it is removed
create table authenticator (
  authority_id integer not null,
  authenticator_id integer not null generated always as identity,
  person_id integer not null,
  secret bytea, -- Sealed: a byte for the form (1), four that name the key, 12 of nonce, the 20 sealed, 16 that prove that nothing was changed and that it is this authority's and this person's. 20 bytes alone where no key was given
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  last_step bigint not null default 0, -- The half minute of the last code that was taken, counted since 1970: that code and older ones are not taken again
  wrong_count integer not null default 0,
  wrong_at timestamp with time zone,
  PRIMARY KEY (authority_id, authenticator_id),
  CHECK (((octet_length(secret) = 20) OR ((octet_length(secret) = 53) AND (get_byte(secret, 0) = 1)))),
  CHECK (((secret IS NULL) = (removed_at IS NOT NULL))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id)
);
CREATE UNIQUE INDEX authenticator_one ON public.authenticator USING btree (authority_id, person_id) WHERE (removed_at IS NULL);
alter table authenticator enable row level security;
alter table authenticator force row level security;
create policy own_authority on authenticator for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on authenticator to golden_thread_service;

-- A council. Everything belongs to exactly one; a deployment can hold many
create table authority (
  authority_id integer not null generated always as identity,
  name text not null,
  short_name text not null,
  service_name text not null,
  brand_colour text not null default '#1d4f6b'::text,
  created_at timestamp with time zone not null default now(),
  people_known_share numeric not null default 0.5, -- A load in which fewer of the people known from the last one stand than this share is asked about before it is kept: it may be another authority's
  second_step text not null default 'required'::text, -- Whether a password alone is not enough for posts that see children or decide who does. Optional in the invented council only
  PRIMARY KEY (authority_id),
  CHECK (((people_known_share >= (0)::numeric) AND (people_known_share <= (1)::numeric))),
  CHECK ((brand_colour ~ '^#[0-9a-f]{6}$'::text)),
  CHECK ((second_step = ANY (ARRAY['required'::text, 'optional'::text]))),
  UNIQUE (name)
);
alter table authority enable row level security;
alter table authority force row level security;
create policy own_authority on authority for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
create policy owner_looks on authority for select to golden_thread_owner using (true);
grant insert, select, update on authority to golden_thread_service;

-- Children aged 0 to 17 in the middle of a year as the authority gives it, before the published estimate. The latest row of a year stands; null takes it back
create table authority_population (
  authority_id integer not null,
  authority_population_id integer not null generated always as identity,
  year integer not null,
  children integer,
  source text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, authority_population_id),
  CHECK (((year >= 2000) AND (year <= 2200))),
  CHECK ((children > 0)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
alter table authority_population enable row level security;
alter table authority_population force row level security;
create policy own_authority on authority_population for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on authority_population to golden_thread_service;

-- What a council said of the bank holidays of England and Wales beyond those built in. Only added to: the table it counts with is those built in and its standing entries
create table bank_holiday_entry (
  authority_id integer not null,
  bank_holiday_entry_id integer not null generated always as identity,
  kind text not null, -- A day added, a day taken away, a whole further year, or an earlier entry withdrawn; withdrawing a withdrawal puts back what it withdrew
  days date[] not null default '{}'::date[], -- The day, or every bank holiday of the further year, in order
  names text[] not null default '{}'::text[], -- What each of the days is called
  made_known_on date, -- The day on which it was proclaimed or published
  published text not null default ''::text, -- Where that can be read
  why text not null,
  withdraws integer,
  said_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, bank_holiday_entry_id),
  CHECK (
CASE kind
    WHEN 'withdraw'::text THEN (cardinality(days) = 0)
    WHEN 'year'::text THEN (cardinality(days) > 0)
    ELSE (cardinality(days) = 1)
END),
  CHECK (((kind = 'withdraw'::text) = (withdraws IS NOT NULL))),
  CHECK (((kind = 'withdraw'::text) OR ((made_known_on IS NOT NULL) AND (published <> ''::text)))),
  CHECK ((cardinality(days) = cardinality(names))),
  CHECK ((kind = ANY (ARRAY['add'::text, 'take-away'::text, 'year'::text, 'withdraw'::text]))),
  CHECK ((why <> ''::text)),
  CHECK ((withdraws < bank_holiday_entry_id)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, withdraws) REFERENCES bank_holiday_entry(authority_id, bank_holiday_entry_id)
);
alter table bank_holiday_entry enable row level security;
alter table bank_holiday_entry force row level security;
create policy own_authority on bank_holiday_entry for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on bank_holiday_entry to golden_thread_service;

-- A board or meeting that monitors the plan
create table body (
  authority_id integer not null,
  body_id integer not null generated always as identity,
  name text not null,
  role text not null default ''::text,
  meets_every_weeks integer,
  is_improvement_board boolean not null default false, -- The board that packs are made for: exactly one in an authority
  PRIMARY KEY (authority_id, body_id),
  CHECK ((meets_every_weeks > 0)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  UNIQUE (authority_id, name)
);
CREATE UNIQUE INDEX one_improvement_board ON public.body USING btree (authority_id) WHERE is_improvement_board;
alter table body enable row level security;
alter table body force row level security;
create policy own_authority on body for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on body to golden_thread_service;

-- Why a child is past a clock, who owns it and what comes next. Only added to: the latest of a case stands
create table case_reason (
  authority_id integer not null,
  case_reason_id integer not null generated always as identity,
  child_id integer not null,
  clock text not null, -- The clock by its id, without its variant
  due_on date not null, -- The day it was due: with child and clock, which running of the clock it is
  reason text not null,
  note text not null default ''::text,
  owner text not null default ''::text,
  next_step text not null default ''::text,
  review_on date,
  performance_meeting_id integer, -- The meeting at which it was said; null where it was said on the page of the child
  said_on date not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  recorded_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, case_reason_id),
  CHECK ((clock <> ''::text)),
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, child_id) REFERENCES child(authority_id, child_id),
  FOREIGN KEY (authority_id, performance_meeting_id) REFERENCES performance_meeting(authority_id, performance_meeting_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX case_reason_case ON public.case_reason USING btree (authority_id, child_id, clock, due_on, case_reason_id DESC);
CREATE TRIGGER meeting_is_open BEFORE INSERT ON case_reason FOR EACH ROW EXECUTE FUNCTION refuse_closed_meeting();
alter table case_reason enable row level security;
alter table case_reason force row level security;
create policy children_in_scope on case_reason as restrictive for all to golden_thread_service using ((( SELECT ((current_work() IS NOT NULL) OR (EXISTS ( SELECT 1
           FROM own_reach
          WHERE (own_reach.scope = 'authority'::text))))) OR (EXISTS ( SELECT 1
   FROM child_in_scope s
  WHERE (s.child_id = case_reason.child_id)))));
create policy own_authority on case_reason for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on case_reason to golden_thread_service;

-- A child or young person whom a load named. Who they are is in their records
create table child (
  authority_id integer not null,
  child_id integer not null generated always as identity,
  person_ref text not null, -- Their number in the case management system
  address text not null default translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'::text), '='::text), '+/'::text, '-_'::text), -- Stands for them in web addresses: random, so that no address holds an identifier
  first_snapshot integer not null,
  disposed_on date, -- The day all that was known of them was disposed of; null while it is kept
  PRIMARY KEY (authority_id, child_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, first_snapshot) REFERENCES snapshot(authority_id, snapshot_id),
  UNIQUE (authority_id, address),
  UNIQUE (authority_id, person_ref)
);
CREATE TRIGGER forget_access_requests AFTER UPDATE OF disposed_on ON child FOR EACH ROW WHEN ((new.disposed_on IS NOT NULL)) EXECUTE FUNCTION forget_access_requests();
alter table child enable row level security;
alter table child force row level security;
create policy children_in_scope on child as restrictive for all to golden_thread_service using ((( SELECT ((current_work() IS NOT NULL) OR (EXISTS ( SELECT 1
           FROM own_reach
          WHERE (own_reach.scope = 'authority'::text))))) OR (EXISTS ( SELECT 1
   FROM child_in_scope s
  WHERE (s.child_id = child.child_id)))));
create policy own_authority on child for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on child to golden_thread_service;

-- Who works with a child and in which team, worked out anew from the involvements of each kept snapshot; what a person may see of a child leans on it
create table child_allocation (
  authority_id integer not null,
  child_allocation_id bigint not null generated always as identity,
  child_id integer not null,
  worker_ref text,
  team_ref text,
  role text,
  from_on date,
  until_on date, -- The last day; null while it is open
  PRIMARY KEY (authority_id, child_allocation_id),
  CHECK ((until_on >= from_on)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, child_id) REFERENCES child(authority_id, child_id)
);
CREATE INDEX child_allocation_child ON public.child_allocation USING btree (authority_id, child_id);
CREATE INDEX child_allocation_team ON public.child_allocation USING btree (authority_id, team_ref);
CREATE INDEX child_allocation_worker ON public.child_allocation USING btree (authority_id, worker_ref);
alter table child_allocation enable row level security;
alter table child_allocation force row level security;
create policy children_in_scope on child_allocation as restrictive for all to golden_thread_service using ((( SELECT ((current_work() IS NOT NULL) OR (EXISTS ( SELECT 1
           FROM own_reach
          WHERE (own_reach.scope = 'authority'::text))))) OR (EXISTS ( SELECT 1
   FROM child_in_scope s
  WHERE (s.child_id = child_allocation.child_id)))));
create policy own_authority on child_allocation for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant delete, insert, select on child_allocation to golden_thread_service;

-- Every row of the records, once for each way it has been: at snapshot S those count with first_snapshot <= S and (last_snapshot is null or last_snapshot >= S)
create table child_record (
  authority_id integer not null,
  child_record_id bigint not null generated always as identity,
  kind text not null, -- The table of the records it belongs to, as children/records.ts names it: cpVisits
  row_key text not null, -- Its number in that table; with a number behind it where the table repeats one
  child_id integer, -- Null for what belongs to no child: workers, teams, posts
  "row" jsonb not null,
  first_snapshot integer not null, -- The first kept snapshot in which it stood so
  last_snapshot integer, -- The last in which it did; null while it still does
  PRIMARY KEY (authority_id, child_record_id),
  CHECK ((last_snapshot >= first_snapshot)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, child_id) REFERENCES child(authority_id, child_id),
  FOREIGN KEY (authority_id, first_snapshot) REFERENCES snapshot(authority_id, snapshot_id),
  FOREIGN KEY (authority_id, last_snapshot) REFERENCES snapshot(authority_id, snapshot_id)
);
CREATE INDEX child_record_child ON public.child_record USING btree (authority_id, child_id);
CREATE INDEX child_record_first ON public.child_record USING btree (authority_id, first_snapshot);
CREATE INDEX child_record_last ON public.child_record USING btree (authority_id, last_snapshot) WHERE (last_snapshot IS NOT NULL);
CREATE UNIQUE INDEX child_record_now ON public.child_record USING btree (authority_id, kind, row_key) WHERE (last_snapshot IS NULL);
alter table child_record enable row level security;
alter table child_record force row level security;
create policy children_in_scope on child_record as restrictive for all to golden_thread_service using (((( SELECT
        CASE
            WHEN (current_work() IS NOT NULL) THEN 2
            ELSE COALESCE(max(
            CASE own_reach.scope
                WHEN 'authority'::text THEN 2
                ELSE 1
            END), 0)
        END AS "coalesce"
   FROM own_reach) >
CASE
    WHEN (child_id IS NULL) THEN 0
    ELSE 1
END) OR (EXISTS ( SELECT 1
   FROM child_in_scope s
  WHERE (s.child_id = child_record.child_id)))));
create policy own_authority on child_record for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on child_record to golden_thread_service;

-- Words of the plan (or a link made by hand) by which an action or objective answers a finding. Which finding is worked out from source and reference, so one loaded later is found too
create table citation (
  authority_id integer not null,
  citation_id integer not null generated always as identity,
  plan_version_id integer not null,
  action_id integer,
  objective_id integer,
  source_name text not null,
  ref text,
  text text not null,
  from_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  withdrawn_on date,
  withdrawn_by integer,
  withdrawn_reason text,
  by_hand boolean not null default false, -- True for a link that a person made, which a newer version carries on; false for words of the document
  PRIMARY KEY (authority_id, citation_id),
  CHECK (((action_id IS NULL) <> (objective_id IS NULL))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, objective_id) REFERENCES objective(authority_id, objective_id),
  FOREIGN KEY (authority_id, plan_version_id) REFERENCES plan_version(authority_id, plan_version_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX citation_action ON public.citation USING btree (authority_id, action_id);
CREATE INDEX citation_version ON public.citation USING btree (authority_id, plan_version_id);
alter table citation enable row level security;
alter table citation force row level security;
create policy own_authority on citation for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on citation to golden_thread_service;

-- With whom an authority compares itself from a day: a region and a list of authorities, by the numbers of the published statistics
create table comparison_group (
  authority_id integer not null,
  comparison_group_id integer not null generated always as identity,
  own_area text, -- The authority's own number in the published statistics; null where it is not in them
  region text,
  neighbours text[] not null,
  model text not null,
  from_on date not null,
  why text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, comparison_group_id),
  CHECK ((model = ANY (ARRAY['2025'::text, '2021'::text, 'own'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
alter table comparison_group enable row level security;
alter table comparison_group force row level security;
create policy own_authority on comparison_group for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on comparison_group to golden_thread_service;

-- A measure that the authority made of its own; what it says is in its versions
create table custom_measure (
  authority_id integer not null,
  custom_measure_id integer not null generated always as identity,
  measure text not null, -- What it is called in figures, targets and addresses
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, custom_measure_id),
  CHECK ((measure ~ '^own/[a-z0-9-]+$'::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  UNIQUE (authority_id, measure)
);
alter table custom_measure enable row level security;
alter table custom_measure force row level security;
create policy own_authority on custom_measure for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on custom_measure to golden_thread_service;

-- What an authority's own measure says, from its first trying on: the last version stands, and figures name the one they were worked out by
create table custom_measure_version (
  authority_id integer not null,
  custom_measure_version_id integer not null generated always as identity,
  custom_measure_id integer not null,
  number integer not null,
  state text not null, -- tried (no figure yet), used (worked out with every load), or withdrawn
  definition jsonb not null, -- Whom it counts, between which days, what is counted as so, in what words
  examples jsonb not null default '[]'::jsonb, -- The authority's own small cases and what must come of each: all of them come out before it is used
  why text not null default ''::text,
  said_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, custom_measure_version_id),
  CHECK ((number >= 1)),
  CHECK ((state = ANY (ARRAY['tried'::text, 'used'::text, 'withdrawn'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, custom_measure_id) REFERENCES custom_measure(authority_id, custom_measure_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  UNIQUE (authority_id, custom_measure_id, number)
);
alter table custom_measure_version enable row level security;
alter table custom_measure_version force row level security;
create policy own_authority on custom_measure_version for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on custom_measure_version to golden_thread_service;

-- Whose account in the council’s directory (OpenID Connect) is whose here: by its issuer and subject, never by e-mail address
create table directory_link (
  authority_id integer not null,
  directory_link_id integer not null generated always as identity,
  issuer text not null,
  subject text not null,
  person_id integer not null,
  how text not null,
  linked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  PRIMARY KEY (authority_id, directory_link_id),
  CHECK ((how = ANY (ARRAY['invitation'::text, 'email'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id)
);
CREATE INDEX directory_link_person ON public.directory_link USING btree (authority_id, person_id);
CREATE UNIQUE INDEX directory_link_one ON public.directory_link USING btree (authority_id, issuer, subject) WHERE (ended_at IS NULL);
alter table directory_link enable row level security;
alter table directory_link force row level security;
create policy own_authority on directory_link for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on directory_link to golden_thread_service;

-- What was disposed of: how much of which kind, by which rule, who reviewed it and why. Whose it was is nowhere any more
create table disposal (
  authority_id integer not null,
  disposal_id integer not null generated always as identity,
  kind text not null,
  children integer not null default 0, -- How many were reviewed of the kind: children, meetings, people; none where it went by its rule
  rows integer not null,
  rule text not null, -- The rule as it stood then, in words
  why text not null,
  disposed_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer, -- Who reviewed it; null for what went by its rule alone
  post_id integer,
  PRIMARY KEY (authority_id, disposal_id),
  CHECK ((kind <> ''::text)),
  CHECK ((why <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX disposal_kind ON public.disposal USING btree (authority_id, kind, disposal_id DESC);
alter table disposal enable row level security;
alter table disposal force row level security;
create policy own_authority on disposal for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on disposal to golden_thread_service;

-- A file as it was given, byte for byte
create table document (
  authority_id integer not null,
  document_id integer not null generated always as identity,
  name text not null,
  media_type text not null,
  sha256 bytea not null,
  content bytea not null,
  added_at timestamp with time zone not null default now(),
  added_by integer not null,
  PRIMARY KEY (authority_id, document_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, added_by) REFERENCES person(authority_id, person_id)
);
alter table document enable row level security;
alter table document force row level security;
create policy own_authority on document for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on document to golden_thread_service;

-- A figure that was entered for a period, with the version of the definition it was entered by. A correction is a later row of the same period; what was there before stays
create table entered_figure (
  authority_id integer not null,
  entered_figure_id integer not null generated always as identity,
  entered_measure_id integer not null,
  entered_measure_version_id integer not null,
  period_from date not null,
  period_to date not null,
  numerator numeric,
  denominator numeric,
  value numeric, -- Unrounded; null where there were no cases, or where the figure is taken back
  note text not null default ''::text,
  said_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, entered_figure_id),
  CHECK (((numerator IS NULL) OR (denominator IS NULL) OR (numerator >= (0)::numeric))),
  CHECK ((denominator >= (0)::numeric)),
  CHECK ((period_to >= period_from)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, entered_measure_id) REFERENCES entered_measure(authority_id, entered_measure_id),
  FOREIGN KEY (authority_id, entered_measure_version_id) REFERENCES entered_measure_version(authority_id, entered_measure_version_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX entered_figure_measure ON public.entered_figure USING btree (authority_id, entered_measure_id, period_to, entered_figure_id DESC);
alter table entered_figure enable row level security;
alter table entered_figure force row level security;
create policy own_authority on entered_figure for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on entered_figure to golden_thread_service;

-- A measure whose figures are entered by hand, because no extract holds them
create table entered_measure (
  authority_id integer not null,
  entered_measure_id integer not null generated always as identity,
  measure text not null, -- Its id in the catalogue with its variant, or own/ and a name for one of the authority's own
  added_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, entered_measure_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  UNIQUE (authority_id, measure)
);
alter table entered_measure enable row level security;
alter table entered_measure force row level security;
create policy own_authority on entered_measure for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on entered_measure to golden_thread_service;

-- What an entered measure says from a day: its definition, who owns it and how often it is due. The latest stands
create table entered_measure_version (
  authority_id integer not null,
  entered_measure_version_id integer not null generated always as identity,
  entered_measure_id integer not null,
  name text not null,
  unit text not null,
  polarity text not null,
  definition text not null,
  source text not null,
  owner_post_id integer,
  frequency text not null,
  due_after_days integer not null, -- How many days after the end of a period its figure is due
  is_ended boolean not null default false, -- True where no more figures are asked for
  from_on date not null,
  why text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, entered_measure_version_id),
  CHECK (((due_after_days >= 0) AND (due_after_days <= 366))),
  CHECK ((frequency = ANY (ARRAY['month'::text, 'quarter'::text, 'term'::text, 'half-year'::text, 'year'::text, 'once'::text]))),
  CHECK ((polarity = ANY (ARRAY['higher'::text, 'lower'::text, 'band'::text, 'none'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, entered_measure_id) REFERENCES entered_measure(authority_id, entered_measure_id),
  FOREIGN KEY (authority_id, owner_post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX entered_measure_version_measure ON public.entered_measure_version USING btree (authority_id, entered_measure_id, entered_measure_version_id DESC);
alter table entered_measure_version enable row level security;
alter table entered_measure_version force row level security;
create policy own_authority on entered_measure_version for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on entered_measure_version to golden_thread_service;

-- The record: what was done, by whom, in which post, about what. Only ever added to
create table event (
  authority_id integer not null,
  event_id bigint not null generated always as identity,
  happened_at timestamp with time zone not null default clock_timestamp(),
  person_id integer,
  post_id integer,
  kind text not null, -- A verb and noun, as the record of who did what words it: rate-action, keep-plan, sign-in
  about text not null,
  about_id integer,
  detail jsonb not null default '{}'::jsonb,
  recorded_at timestamp with time zone, -- When the database linked it; happened_at is when it was so
  why text not null default ''::text, -- The reason given, where one was asked for
  came_from text default NULLIF(current_setting('golden_thread.came_from'::text, true), ''::text), -- The network address it came from; null for the service itself and its command line
  seq bigint, -- Its place in the authority's chain, without gaps, in the order in which transactions ended
  prev_hash bytea, -- The hash of the event before it; empty for the first
  hash bytea, -- SHA-256 over prev_hash and event_text
  PRIMARY KEY (authority_id, event_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX event_about ON public.event USING btree (authority_id, about, about_id);
CREATE INDEX event_kind ON public.event USING btree (authority_id, kind, seq DESC);
CREATE INDEX event_person ON public.event USING btree (authority_id, person_id, event_id DESC);
CREATE UNIQUE INDEX event_seq ON public.event USING btree (authority_id, seq);
CREATE CONSTRAINT TRIGGER link_event AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_event();
alter table event enable row level security;
alter table event force row level security;
create policy own_authority on event for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on event to golden_thread_service;

-- What shows that something changed: speaks_of_on is the day it tells of, added_on the day it was put here
create table evidence (
  authority_id integer not null,
  evidence_id integer not null generated always as identity,
  action_id integer,
  finding_id integer,
  kind text not null, -- measure, audit, voice of the child, staff or partner view, external test, document
  title text not null,
  text text not null default ''::text,
  shows text not null default 'progress'::text,
  speaks_of_on date not null,
  added_on date not null,
  recorded_at timestamp with time zone not null default now(),
  added_by integer not null,
  PRIMARY KEY (authority_id, evidence_id),
  CHECK (((action_id IS NOT NULL) OR (finding_id IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['measure'::text, 'audit'::text, 'voice'::text, 'view'::text, 'external-test'::text, 'document'::text]))),
  CHECK ((shows = ANY (ARRAY['impact'::text, 'progress'::text, 'no-change'::text, 'worse'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, added_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, finding_id) REFERENCES finding(authority_id, finding_id)
);
CREATE INDEX evidence_action ON public.evidence USING btree (authority_id, action_id);
CREATE INDEX evidence_finding ON public.evidence USING btree (authority_id, finding_id);
alter table evidence enable row level security;
alter table evidence force row level security;
create policy own_authority on evidence for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on evidence to golden_thread_service;

-- A numbered recommendation, clause or sub-bullet: its verbatim text is never edited
create table finding (
  authority_id integer not null,
  finding_id integer not null generated always as identity,
  source_id integer not null,
  ref text not null,
  heading text not null default ''::text,
  text text not null,
  lead_text text not null default ''::text,
  "position" integer not null,
  status jsonb not null default '{}'::jsonb, -- What the document itself says of the finding's progress, by the heading of its column, word for word
  PRIMARY KEY (authority_id, finding_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, source_id) REFERENCES source(authority_id, source_id),
  UNIQUE (authority_id, source_id, ref)
);
alter table finding enable row level security;
alter table finding force row level security;
create policy own_authority on finding for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on finding to golden_thread_service;

-- A finding answered before this plan began, with the reason; a later row may open it again (closed = false)
create table finding_closure (
  authority_id integer not null,
  finding_closure_id integer not null generated always as identity,
  finding_id integer not null,
  closed boolean not null,
  reason text not null,
  since_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, finding_closure_id),
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, finding_id) REFERENCES finding(authority_id, finding_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX finding_closure_finding ON public.finding_closure USING btree (authority_id, finding_id);
alter table finding_closure enable row level security;
alter table finding_closure force row level security;
create policy own_authority on finding_closure for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on finding_closure to golden_thread_service;

-- A link with which a person chooses how they sign in, once. Only the SHA-256 of its secret is here
create table invitation (
  authority_id integer not null,
  token_hash bytea not null,
  person_id integer not null,
  made_at timestamp with time zone not null,
  made_by integer,
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (authority_id, token_hash),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id)
);
CREATE INDEX invitation_person ON public.invitation USING btree (authority_id, person_id);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy own_authority on invitation for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on invitation to golden_thread_service;

-- Work that takes long, done beside the pages by whichever instance takes it first; one whose heartbeat is old is taken again
create table job (
  authority_id integer not null,
  job_id integer not null generated always as identity,
  kind text not null,
  payload jsonb not null default '{}'::jsonb, -- What the work is about: ids, never data of a child
  state text not null default 'queued'::text,
  progress text not null default ''::text, -- How far it is, in words for the page that waits for it
  attempts integer not null default 0,
  added_at timestamp with time zone not null default now(),
  added_by integer,
  taken_at timestamp with time zone,
  heartbeat_at timestamp with time zone,
  finished_at timestamp with time zone,
  PRIMARY KEY (authority_id, job_id),
  CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, added_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX job_open ON public.job USING btree (kind, authority_id, job_id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));
alter table job enable row level security;
alter table job force row level security;
create policy own_authority on job for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
create policy owner_looks on job for select to golden_thread_owner using (true);
grant insert, select, update on job to golden_thread_service;

-- Nothing of a child, or of anybody, is disposed of while it is in force: an inquiry, a claim, a police investigation
create table legal_hold (
  authority_id integer not null,
  legal_hold_id integer not null generated always as identity,
  child_id integer, -- Null for a hold on a member of staff, or on everything the authority keeps
  reason text not null,
  held_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  lifted_on date,
  lifted_by integer,
  lifted_why text,
  staff_id integer, -- The member of staff, partner or board member of whom what is held is kept
  PRIMARY KEY (authority_id, legal_hold_id),
  CHECK (((lifted_on IS NULL) = (lifted_by IS NULL))),
  CHECK ((lifted_on >= held_on)),
  CHECK ((num_nonnulls(child_id, staff_id) < 2)),
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, child_id) REFERENCES child(authority_id, child_id),
  FOREIGN KEY (authority_id, lifted_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, staff_id) REFERENCES person(authority_id, person_id)
);
CREATE INDEX legal_hold_child ON public.legal_hold USING btree (authority_id, child_id);
alter table legal_hold enable row level security;
alter table legal_hold force row level security;
create policy children_in_scope on legal_hold as restrictive for all to golden_thread_service using (((( SELECT
        CASE
            WHEN (current_work() IS NOT NULL) THEN 2
            ELSE COALESCE(max(
            CASE own_reach.scope
                WHEN 'authority'::text THEN 2
                ELSE 1
            END), 0)
        END AS "coalesce"
   FROM own_reach) >
CASE
    WHEN (child_id IS NULL) THEN 0
    ELSE 1
END) OR (EXISTS ( SELECT 1
   FROM child_in_scope s
  WHERE (s.child_id = legal_hold.child_id)))));
create policy own_authority on legal_hold for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on legal_hold to golden_thread_service;

-- Cases on their way in by COPY: put in by the service, which cannot see them, and taken out by take_landed_cases
create table letterbox_case (
  authority_id integer not null,
  measure_run_id integer not null,
  measure text not null,
  case_ref text not null,
  person_ref text,
  worker_ref text,
  team_ref text,
  start_on date,
  due_on date,
  done_on date,
  state text not null,
  amount double precision not null,
  because text,
);
CREATE INDEX letterbox_case_run ON public.letterbox_case USING btree (authority_id, measure_run_id);
grant insert on letterbox_case to golden_thread_service;

-- The files of a load until it is kept or set aside, so that they can be read again with other mappings; then they are gone
create table load_file (
  authority_id integer not null,
  snapshot_id integer not null,
  file_no integer not null,
  part_no integer not null,
  packed bytea not null, -- A part of the file's bytes, packed by gzip
  PRIMARY KEY (authority_id, snapshot_id, file_no, part_no),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, snapshot_id) REFERENCES snapshot(authority_id, snapshot_id)
);
alter table load_file enable row level security;
alter table load_file force row level security;
create policy children_in_scope on load_file as restrictive for all to golden_thread_service using (( SELECT ((current_work() IS NOT NULL) OR (EXISTS ( SELECT 1
           FROM own_reach
          WHERE (own_reach.scope = 'authority'::text))))));
create policy own_authority on load_file for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant delete, insert, select on load_file to golden_thread_service;

-- What was wrong in the files of a load, by file, sheet, row (the headings are row 1) and column
create table load_problem (
  authority_id integer not null,
  snapshot_id integer not null,
  problem_no integer not null,
  severity text not null,
  file text not null,
  sheet text,
  row_no integer,
  column_name text,
  problem text not null,
  expected text not null,
  found text not null, -- What stood there, cut short: it may be of a child
  PRIMARY KEY (authority_id, snapshot_id, problem_no),
  CHECK ((severity = ANY (ARRAY['refuses-the-load'::text, 'refuses-the-row'::text, 'value-left-out'::text, 'worth-a-look'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, snapshot_id) REFERENCES snapshot(authority_id, snapshot_id)
);
alter table load_problem enable row level security;
alter table load_problem force row level security;
create policy children_in_scope on load_problem as restrictive for all to golden_thread_service using (( SELECT ((current_work() IS NOT NULL) OR (EXISTS ( SELECT 1
           FROM own_reach
          WHERE (own_reach.scope = 'authority'::text))))));
create policy own_authority on load_problem for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant delete, insert, select on load_problem to golden_thread_service;

-- Whose data an event of kind look showed; the event holds how many they were and the hash of their ids
create table look (
  authority_id integer not null,
  event_id bigint not null,
  child_id integer not null,
  PRIMARY KEY (authority_id, event_id, child_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, child_id) REFERENCES child(authority_id, child_id),
  FOREIGN KEY (authority_id, event_id) REFERENCES event(authority_id, event_id)
);
CREATE INDEX look_child ON public.look USING btree (authority_id, child_id, event_id DESC);
alter table look enable row level security;
alter table look force row level security;
create policy children_in_scope on look as restrictive for all to golden_thread_service using ((( SELECT ((current_work() IS NOT NULL) OR (EXISTS ( SELECT 1
           FROM own_reach
          WHERE (own_reach.scope = 'authority'::text))))) OR (EXISTS ( SELECT 1
   FROM child_in_scope s
  WHERE (s.child_id = look.child_id)))));
create policy own_authority on look for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on look to golden_thread_service;

-- The cases behind the figures of the latest run: for each measure, those of its widest period up to the day of the extract. Worked out, and replaced whole by the next run, so it carries no references of its own
create table measure_case (
  authority_id integer not null,
  measure_case_id bigint not null generated always as identity,
  measure_run_id integer not null,
  measure text not null,
  case_ref text not null,
  child_id integer, -- Null where the case is a worker, a carer or a meeting
  worker_ref text,
  team_ref text,
  start_on date,
  due_on date,
  done_on date,
  state text not null,
  amount double precision not null default 1,
  because text, -- Why it was left out
  PRIMARY KEY (authority_id, measure_case_id),
  CHECK ((state = ANY (ARRAY['met'::text, 'late'::text, 'open-in-time'::text, 'open-overdue'::text, 'excluded'::text])))
);
CREATE INDEX measure_case_child ON public.measure_case USING btree (authority_id, child_id);
CREATE INDEX measure_case_of ON public.measure_case USING btree (authority_id, measure_run_id, measure);
alter table measure_case enable row level security;
alter table measure_case force row level security;
create policy children_in_scope on measure_case as restrictive for all to golden_thread_service using (((( SELECT
        CASE
            WHEN (current_work() IS NOT NULL) THEN 2
            ELSE COALESCE(max(
            CASE own_reach.scope
                WHEN 'authority'::text THEN 2
                ELSE 1
            END), 0)
        END AS "coalesce"
   FROM own_reach) >
CASE
    WHEN (child_id IS NULL) THEN 0
    ELSE 1
END) OR (EXISTS ( SELECT 1
   FROM child_in_scope s
  WHERE (s.child_id = measure_case.child_id)))));
create policy own_authority on measure_case for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant delete, insert, select on measure_case to golden_thread_service;

-- A figure for a period, once for each way it has been worked out: as known at run R are those with first_run <= R and (last_run is null or last_run >= R)
create table measure_figure (
  authority_id integer not null,
  measure_figure_id bigint not null generated always as identity,
  measure text not null,
  kind text not null,
  from_on date not null,
  to_on date not null,
  numerator double precision not null,
  denominator double precision,
  value double precision, -- Unrounded; null where there were no cases
  median double precision,
  open_overdue integer not null,
  excluded integer not null,
  definition integer not null, -- The version of the measure's definition
  first_run integer not null,
  last_run integer,
  PRIMARY KEY (authority_id, measure_figure_id),
  CHECK ((last_run >= first_run)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, first_run) REFERENCES measure_run(authority_id, measure_run_id),
  FOREIGN KEY (authority_id, last_run) REFERENCES measure_run(authority_id, measure_run_id)
);
CREATE INDEX measure_figure_of ON public.measure_figure USING btree (authority_id, measure, kind, to_on);
CREATE UNIQUE INDEX measure_figure_now ON public.measure_figure USING btree (authority_id, measure, kind, to_on) WHERE (last_run IS NULL);
alter table measure_figure enable row level security;
alter table measure_figure force row level security;
create policy own_authority on measure_figure for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on measure_figure to golden_thread_service;

-- Where a series begins anew, and its limits are worked out afresh: who agreed it, and why. What went before stays in sight
create table measure_rebase (
  authority_id integer not null,
  measure_rebase_id integer not null generated always as identity,
  measure text not null,
  from_on date not null,
  reason text not null,
  approver text not null,
  withdraws integer,
  said_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, measure_rebase_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, withdraws) REFERENCES measure_rebase(authority_id, measure_rebase_id)
);
CREATE INDEX measure_rebase_measure ON public.measure_rebase USING btree (authority_id, measure);
alter table measure_rebase enable row level security;
alter table measure_rebase force row level security;
create policy own_authority on measure_rebase for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on measure_rebase to golden_thread_service;

-- One working out of every measure from one snapshot; its figures count once it is done
create table measure_run (
  authority_id integer not null,
  measure_run_id integer not null generated always as identity,
  snapshot_id integer not null,
  state text not null default 'running'::text,
  catalogue text not null, -- Which definitions: a fingerprint of every measure's words, rules and version
  holidays text not null, -- Which holiday table
  settings jsonb not null default '{}'::jsonb, -- How the authority counted, by the id of the measure, where that differs from the catalogue
  lacks jsonb not null default '{}'::jsonb, -- What the records lack, by the id of each measure they could not support
  measures integer not null default 0,
  figures integer not null default 0,
  changed integer not null default 0,
  cases integer not null default 0,
  began_at timestamp with time zone not null default clock_timestamp(),
  done_at timestamp with time zone,
  quality jsonb, -- How many things were missing, contradictory, recorded late or unread in the records of the run, by team; null of runs that did not look
  holiday_entry integer not null default 0, -- The last entry of the council's own about bank holidays that there was; 0 before the first
  PRIMARY KEY (authority_id, measure_run_id),
  CHECK (((state = 'done'::text) = (done_at IS NOT NULL))),
  CHECK ((state = ANY (ARRAY['running'::text, 'done'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, snapshot_id) REFERENCES snapshot(authority_id, snapshot_id)
);
CREATE INDEX measure_run_snapshot ON public.measure_run USING btree (authority_id, snapshot_id);
CREATE UNIQUE INDEX measure_run_under_way ON public.measure_run USING btree (authority_id) WHERE (state = 'running'::text);
alter table measure_run enable row level security;
alter table measure_run force row level security;
create policy own_authority on measure_run for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on measure_run to golden_thread_service;

-- How an authority counts or rates a measure, one setting a row, from a day. The latest said for a day stands
create table measure_setting (
  authority_id integer not null,
  measure_setting_id integer not null generated always as identity,
  measure text not null,
  name text not null, -- dayCount, test, chain, thresholds, amber, or a setting that the measure declares
  value jsonb, -- Null puts back what the measure comes with
  from_on date not null,
  why text not null,
  approver text not null default ''::text,
  said_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, measure_setting_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX measure_setting_measure ON public.measure_setting USING btree (authority_id, measure, name, from_on DESC, measure_setting_id DESC);
alter table measure_setting enable row level security;
alter table measure_setting force row level security;
create policy own_authority on measure_setting for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on measure_setting to golden_thread_service;

-- A value that a measure is to reach: a standing target, or a milestone with its day. A row that withdraws another has no value of its own
create table measure_target (
  authority_id integer not null,
  measure_target_id integer not null generated always as identity,
  measure text not null, -- The measure by its id in the catalogue, with its variant after a slash; or an entered measure
  value numeric,
  up_to numeric, -- Upper end where the target is a band
  from_on date not null,
  due_on date,
  trajectory jsonb not null default '[]'::jsonb, -- The plan's own points on the way, as [{on, value}]
  why text not null,
  approver text not null,
  withdraws integer,
  said_on date not null, -- The day it was set here, which may be after the day it holds from
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  PRIMARY KEY (authority_id, measure_target_id),
  CHECK (((up_to IS NULL) OR (up_to > value))),
  CHECK (((value IS NULL) = (withdraws IS NOT NULL))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, withdraws) REFERENCES measure_target(authority_id, measure_target_id)
);
CREATE INDEX measure_target_measure ON public.measure_target USING btree (authority_id, measure);
alter table measure_target enable row level security;
alter table measure_target force row level security;
create policy own_authority on measure_target for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on measure_target to golden_thread_service;

-- A day a body meets
create table meeting (
  authority_id integer not null,
  meeting_id integer not null generated always as identity,
  body_id integer not null,
  meets_on date not null,
  place text not null default ''::text,
  PRIMARY KEY (authority_id, meeting_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, body_id) REFERENCES body(authority_id, body_id),
  UNIQUE (authority_id, body_id, meets_on)
);
alter table meeting enable row level security;
alter table meeting force row level security;
create policy own_authority on meeting for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on meeting to golden_thread_service;

-- A case past its clock as it stood when a meeting was closed: from these it is told how often a case was carried over
create table meeting_exception (
  authority_id integer not null,
  performance_meeting_id integer not null,
  child_id integer not null,
  clock text not null,
  due_on date not null,
  days_over integer not null,
  step text not null,
  worker text not null,
  carried integer not null, -- In how many closed meetings before this one it stood already
  is_repeat boolean not null, -- Whether the same clock of the same child was late before within twelve months
  case_reason_id integer,
  PRIMARY KEY (authority_id, performance_meeting_id, child_id, clock, due_on),
  CHECK ((step = ANY (ARRAY['E2'::text, 'E3'::text, 'E4'::text, 'E5'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, case_reason_id) REFERENCES case_reason(authority_id, case_reason_id),
  FOREIGN KEY (authority_id, child_id) REFERENCES child(authority_id, child_id),
  FOREIGN KEY (authority_id, performance_meeting_id) REFERENCES performance_meeting(authority_id, performance_meeting_id)
);
CREATE INDEX meeting_exception_case ON public.meeting_exception USING btree (authority_id, child_id, clock, due_on);
CREATE TRIGGER meeting_is_open BEFORE INSERT ON meeting_exception FOR EACH ROW EXECUTE FUNCTION refuse_closed_meeting();
alter table meeting_exception enable row level security;
alter table meeting_exception force row level security;
create policy children_in_scope on meeting_exception as restrictive for all to golden_thread_service using ((( SELECT ((current_work() IS NOT NULL) OR (EXISTS ( SELECT 1
           FROM own_reach
          WHERE (own_reach.scope = 'authority'::text))))) OR (EXISTS ( SELECT 1
   FROM child_in_scope s
  WHERE (s.child_id = meeting_exception.child_id)))));
create policy own_authority on meeting_exception for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on meeting_exception to golden_thread_service;

-- Which files of store/migrations were applied, and what they said then
create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);
grant select on migration to golden_thread_service;

-- A step of an action with its own day
create table milestone (
  authority_id integer not null,
  milestone_id integer not null generated always as identity,
  action_id integer not null,
  text text not null,
  due_on date,
  added_on date not null,
  recorded_at timestamp with time zone not null default now(),
  added_by integer not null,
  PRIMARY KEY (authority_id, milestone_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, action_id) REFERENCES action(authority_id, action_id),
  FOREIGN KEY (authority_id, added_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX milestone_action ON public.milestone USING btree (authority_id, action_id);
alter table milestone enable row level security;
alter table milestone force row level security;
create policy own_authority on milestone for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on milestone to golden_thread_service;

-- What became of a milestone; one that moved has its new day here and keeps its first
create table milestone_outcome (
  authority_id integer not null,
  milestone_outcome_id integer not null generated always as identity,
  milestone_id integer not null,
  outcome text not null,
  happened_on date not null,
  new_due_on date,
  reason text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, milestone_outcome_id),
  CHECK ((outcome = ANY (ARRAY['met'::text, 'missed'::text, 'moved'::text, 'dropped'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, milestone_id) REFERENCES milestone(authority_id, milestone_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX milestone_outcome_milestone ON public.milestone_outcome USING btree (authority_id, milestone_id);
alter table milestone_outcome enable row level security;
alter table milestone_outcome force row level security;
create policy own_authority on milestone_outcome for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on milestone_outcome to golden_thread_service;

-- An objective (area of improvement) through all versions
create table objective (
  authority_id integer not null,
  objective_id integer not null generated always as identity,
  plan_id integer not null,
  PRIMARY KEY (authority_id, objective_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, plan_id)
);
alter table objective enable row level security;
alter table objective force row level security;
create policy own_authority on objective for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on objective to golden_thread_service;

-- An objective as a version words it; section is the heading it stands under (1.2 Information sharing)
create table objective_wording (
  authority_id integer not null,
  objective_wording_id integer not null generated always as identity,
  objective_id integer not null,
  plan_version_id integer not null,
  theme_id integer not null,
  ref text not null,
  section text not null default ''::text,
  text text not null,
  "position" integer not null,
  PRIMARY KEY (authority_id, objective_wording_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, objective_id) REFERENCES objective(authority_id, objective_id),
  FOREIGN KEY (authority_id, plan_version_id) REFERENCES plan_version(authority_id, plan_version_id),
  FOREIGN KEY (authority_id, theme_id) REFERENCES theme(authority_id, theme_id),
  UNIQUE (authority_id, plan_version_id, objective_id)
);
alter table objective_wording enable row level security;
alter table objective_wording force row level security;
create policy own_authority on objective_wording for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on objective_wording to golden_thread_service;

-- The council itself or a partner agency
create table organisation (
  authority_id integer not null,
  organisation_id integer not null generated always as identity,
  name text not null,
  kind text not null,
  PRIMARY KEY (authority_id, organisation_id),
  CHECK ((kind = ANY (ARRAY['council'::text, 'health'::text, 'police'::text, 'education'::text, 'safeguarding'::text, 'voluntary'::text, 'government'::text, 'other'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  UNIQUE (authority_id, name)
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy own_authority on organisation for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on organisation to golden_thread_service;

-- A board pack as frozen at a data date; content is its description, from which web page, Word and PDF are made
create table pack (
  authority_id integer not null,
  pack_id integer not null generated always as identity,
  plan_id integer not null,
  title text not null,
  as_at date not null,
  since_on date not null,
  content jsonb not null,
  sha256 bytea not null, -- SHA-256 of the content, printed in the pack
  made_at timestamp with time zone not null default now(),
  made_by integer not null,
  PRIMARY KEY (authority_id, pack_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, made_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, plan_id)
);
alter table pack enable row level security;
alter table pack force row level security;
create policy own_authority on pack for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on pack to golden_thread_service;

-- A passkey (WebAuthn) of a person: its public half
create table passkey (
  authority_id integer not null,
  passkey_id integer not null generated always as identity,
  person_id integer not null,
  credential_id bytea not null,
  public_key bytea not null,
  uses bigint not null, -- How often its device says it was used; a number that falls tells of a copy
  transports text[] not null default '{}'::text[],
  name text not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone,
  removed_at timestamp with time zone,
  PRIMARY KEY (authority_id, passkey_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id),
  UNIQUE (authority_id, credential_id)
);
CREATE INDEX passkey_person ON public.passkey USING btree (authority_id, person_id);
alter table passkey enable row level security;
alter table passkey force row level security;
create policy own_authority on passkey for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on passkey to golden_thread_service;

-- A weekly meeting of a team or a whole service about what is past its clock; closed, nothing of it changes
create table performance_meeting (
  authority_id integer not null,
  performance_meeting_id integer not null generated always as identity,
  team_ref text,
  service text,
  name text not null, -- The team or the service, as it was called then
  week_on date not null, -- The Monday of the week
  held_on date not null,
  chair text not null default ''::text,
  attendance text not null default ''::text,
  notes text not null default ''::text,
  records_to date, -- The last day of the records that it saw; set when it is closed
  exceptions integer, -- How many exceptions its teams had when it was closed, those too that whoever closed it could not see
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  closed_at timestamp with time zone,
  closed_by integer,
  PRIMARY KEY (authority_id, performance_meeting_id),
  CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (records_to IS NULL)) AND ((closed_at IS NULL) = (exceptions IS NULL)))),
  CHECK ((EXTRACT(isodow FROM week_on) = (1)::numeric)),
  CHECK ((name <> ''::text)),
  CHECK ((num_nonnulls(team_ref, service) = 1)),
  CHECK ((service <> ''::text)),
  CHECK ((team_ref <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, closed_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
CREATE UNIQUE INDEX performance_meeting_service ON public.performance_meeting USING btree (authority_id, service, week_on) WHERE (service IS NOT NULL);
CREATE UNIQUE INDEX performance_meeting_team ON public.performance_meeting USING btree (authority_id, team_ref, week_on) WHERE (team_ref IS NOT NULL);
CREATE TRIGGER meeting_is_open BEFORE UPDATE ON performance_meeting FOR EACH ROW EXECUTE FUNCTION refuse_closed_meeting();
alter table performance_meeting enable row level security;
alter table performance_meeting force row level security;
create policy own_authority on performance_meeting for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on performance_meeting to golden_thread_service;

-- Staff, partners and members; never a child
create table person (
  authority_id integer not null,
  person_id integer not null generated always as identity,
  name text not null,
  email text not null,
  worker_ref text, -- Their number in the case management system, by which children are allocated to them
  forgotten_on date, -- The day their e-mail address, number in the case system and means of signing in were disposed of; their name stays, so that the record still says who did what
  PRIMARY KEY (authority_id, person_id),
  CHECK ((worker_ref <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX person_email ON public.person USING btree (authority_id, lower(email));
CREATE UNIQUE INDEX person_worker_ref ON public.person USING btree (authority_id, worker_ref);
CREATE CONSTRAINT TRIGGER reach_changed AFTER UPDATE OF worker_ref ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reach_changed();
alter table person enable row level security;
alter table person force row level security;
create policy own_authority on person for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
create policy owner_looks on person for select to golden_thread_owner using (true);
grant insert, select, update on person to golden_thread_service;

-- An improvement plan through all its versions
create table plan (
  authority_id integer not null,
  plan_id integer not null generated always as identity,
  title text not null,
  starts_on date,
  ends_on date,
  added_at timestamp with time zone not null default now(),
  PRIMARY KEY (authority_id, plan_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
);
alter table plan enable row level security;
alter table plan force row level security;
create policy own_authority on plan for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on plan to golden_thread_service;

-- A document that was read but not kept: what was found and what was corrected. It changes nothing until it is kept
create table plan_draft (
  authority_id integer not null,
  plan_draft_id integer not null generated always as identity,
  document_id integer not null,
  kind text not null,
  reading jsonb not null,
  corrections jsonb not null default '{}'::jsonb,
  made_at timestamp with time zone not null default now(),
  made_by integer not null,
  kept_at timestamp with time zone,
  PRIMARY KEY (authority_id, plan_draft_id),
  CHECK ((kind = ANY (ARRAY['plan'::text, 'source'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, document_id) REFERENCES document(authority_id, document_id),
  FOREIGN KEY (authority_id, made_by) REFERENCES person(authority_id, person_id)
);
alter table plan_draft enable row level security;
alter table plan_draft force row level security;
create policy own_authority on plan_draft for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant delete, insert, select, update on plan_draft to golden_thread_service;

-- From which day an authority that holds several plans runs on one of them; keeping a version counts as well
create table plan_in_use (
  authority_id integer not null,
  plan_in_use_id integer not null generated always as identity,
  plan_id integer not null,
  since_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  PRIMARY KEY (authority_id, plan_in_use_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, plan_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
alter table plan_in_use enable row level security;
alter table plan_in_use force row level security;
create policy own_authority on plan_in_use for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on plan_in_use to golden_thread_service;

-- The plan as agreed from a day; immutable but for corrections, which are later wordings
create table plan_version (
  authority_id integer not null,
  plan_version_id integer not null generated always as identity,
  plan_id integer not null,
  number integer not null,
  title text not null,
  from_on date not null,
  layout jsonb not null default '[]'::jsonb, -- The document's own columns and their headings, in order, for exports in the council's layout
  surroundings jsonb not null default '[]'::jsonb,
  document_id integer,
  note text not null default ''::text,
  kept_at timestamp with time zone not null default now(),
  kept_by integer not null,
  starts_on date, -- First day of the plan as this version has it; null where it says what the plan says
  ends_on date,
  PRIMARY KEY (authority_id, plan_version_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, document_id) REFERENCES document(authority_id, document_id),
  FOREIGN KEY (authority_id, kept_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, plan_id),
  UNIQUE (authority_id, plan_id, number)
);
alter table plan_version enable row level security;
alter table plan_version force row level security;
create policy own_authority on plan_version for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on plan_version to golden_thread_service;

-- A post that can lead actions. A person holds it for a period; an action is led by the post, not by the person
create table post (
  authority_id integer not null,
  post_id integer not null generated always as identity,
  title text not null,
  organisation_id integer not null,
  role text not null, -- What its holder may do: a key of ROLE in people/permission.ts
  added_on date not null,
  team_id integer, -- The team it is in; a post that reaches a team reaches this one
  service text not null default ''::text, -- The service it answers for, as team.service names it
  PRIMARY KEY (authority_id, post_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, organisation_id) REFERENCES organisation(authority_id, organisation_id),
  FOREIGN KEY (authority_id, team_id) REFERENCES team(authority_id, team_id),
  TRIGGER,
  TRIGGER DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (authority_id, title)
);
CREATE INDEX post_team ON public.post USING btree (authority_id, team_id);
CREATE CONSTRAINT TRIGGER last_day_is_set AFTER UPDATE OF role ON post NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_without_last_day();
CREATE CONSTRAINT TRIGGER reach_changed AFTER UPDATE OF role, team_id, service ON post DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reach_changed();
alter table post enable row level security;
alter table post force row level security;
create policy own_authority on post for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on post to golden_thread_service;

-- Who held a post, from a day to a day, both counted; to_on is null while they hold it
create table post_holding (
  authority_id integer not null,
  post_holding_id integer not null generated always as identity,
  post_id integer not null,
  person_id integer not null,
  from_on date not null,
  to_on date,
  basis text not null default 'holds'::text, -- holds: it is theirs; covers: they stand in while its holder is away; delegated: its holder lets them act in it. The last two have a last day
  reason text not null default ''::text,
  PRIMARY KEY (authority_id, post_holding_id),
  CHECK (((basis = 'holds'::text) OR (to_on IS NOT NULL))),
  CHECK ((basis = ANY (ARRAY['holds'::text, 'covers'::text, 'delegated'::text]))),
  CHECK ((to_on >= from_on)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  TRIGGER,
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX post_holding_person ON public.post_holding USING btree (authority_id, person_id);
CREATE INDEX post_holding_post ON public.post_holding USING btree (authority_id, post_id);
CREATE CONSTRAINT TRIGGER last_day_is_set AFTER INSERT OR UPDATE ON post_holding NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_without_last_day();
CREATE CONSTRAINT TRIGGER reach_changed AFTER INSERT OR UPDATE ON post_holding DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reach_changed();
alter table post_holding enable row level security;
alter table post_holding force row level security;
create policy own_authority on post_holding for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on post_holding to golden_thread_service;

-- Whose children a person reaches by a post from a day to a day: every child, those of a team (each team of a service has a row), or those allocated to a worker
create table reach (
  authority_id integer not null,
  reach_id bigint not null generated always as identity,
  person_id integer not null,
  post_id integer not null,
  scope text not null,
  team_ref text,
  worker_ref text, -- Their own number, or that of whom they cover
  begins_at timestamp with time zone not null,
  ends_at timestamp with time zone not null, -- The first moment at which it is over, in London; infinity while the holding is open
  PRIMARY KEY (authority_id, reach_id),
  CHECK (((scope = 'own-children'::text) = (worker_ref IS NOT NULL))),
  CHECK (((scope = 'team'::text) = (team_ref IS NOT NULL))),
  CHECK ((scope = ANY (ARRAY['authority'::text, 'team'::text, 'own-children'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id)
);
CREATE INDEX reach_person ON public.reach USING btree (authority_id, person_id);
alter table reach enable row level security;
alter table reach force row level security;
create policy own_authority on reach for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant select on reach to golden_thread_service;

-- The end of each authority's chain of events: taken for a moment as a transaction ends, so that the next link follows it
create table record_chain (
  authority_id integer not null,
  seq bigint not null,
  hash bytea not null,
  on_day date not null,
  PRIMARY KEY (authority_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
);
alter table record_chain enable row level security;
alter table record_chain force row level security;
create policy own_authority on record_chain for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant select on record_chain to golden_thread_service;

-- The end of the chain on each day on which something happened: noted elsewhere, it proves that nothing up to then was changed since
create table record_seal (
  authority_id integer not null,
  sealed_on date not null,
  seq bigint not null,
  hash bytea not null,
  PRIMARY KEY (authority_id, sealed_on),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
);
alter table record_seal enable row level security;
alter table record_seal force row level security;
create policy own_authority on record_seal for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant select on record_seal to golden_thread_service;

-- A code that stands for the second step once, for who has lost theirs. Only its SHA-256 is here; it has 118 bits
create table recovery_code (
  authority_id integer not null,
  code_hash bytea not null,
  person_id integer not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (authority_id, code_hash),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id)
);
CREATE INDEX recovery_code_person ON public.recovery_code USING btree (authority_id, person_id);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy own_authority on recovery_code for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on recovery_code to golden_thread_service;

-- How long a kind of record is kept, where that is not what it comes with. Only added to: the latest of a kind stands
create table retention_period (
  authority_id integer not null,
  retention_period_id integer not null generated always as identity,
  kind text not null, -- The kind of record by its id
  length integer, -- How many of the unit; null where it is as it comes again
  why text not null,
  said_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by integer not null,
  post_id integer,
  unit text not null,
  PRIMARY KEY (authority_id, retention_period_id),
  CHECK (((length >= 1) AND (length <= 3660))),
  CHECK ((kind <> ''::text)),
  CHECK ((unit = ANY (ARRAY['years'::text, 'months'::text, 'days'::text]))),
  CHECK ((why <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person(authority_id, person_id)
);
alter table retention_period enable row level security;
alter table retention_period force row level security;
create policy own_authority on retention_period for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on retention_period to golden_thread_service;

-- How far each role reaches, as terms/permission.ts says: the same for every authority
create table role_scope (
  role text not null,
  scope text not null,
  must_end boolean not null default false, -- True where a holding of such a post must have a last day from the start
  sees_figures boolean not null default false, -- Whether it sees figures with small numbers shown, as terms/permission.ts says
  sees_children boolean not null default false, -- Whether it sees children, as far as its scope reaches, as terms/permission.ts says
  PRIMARY KEY (role),
  CHECK ((scope = ANY (ARRAY['authority'::text, 'service'::text, 'team'::text, 'own-children'::text, 'own-actions'::text, 'own-organisation'::text, 'none'::text])))
);
grant select on role_scope to golden_thread_service;

-- A person's own filter of the register, by name
create table saved_view (
  authority_id integer not null,
  saved_view_id integer not null generated always as identity,
  person_id integer not null,
  name text not null,
  query text not null,
  saved_at timestamp with time zone not null default now(),
  PRIMARY KEY (authority_id, saved_view_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id),
  UNIQUE (authority_id, person_id, name)
);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy own_authority on saved_view for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant delete, insert, select, update on saved_view to golden_thread_service;

-- Someone signed in. The token itself is only in their cookie; here is its SHA-256
create table session (
  authority_id integer not null,
  token_hash bytea not null,
  person_id integer not null,
  post_id integer, -- The post they act in, where they hold more than one
  began_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  proof text not null default 'password'::text, -- The strongest thing that was shown in it. A password is the weakest
  waits_for_code boolean not null default false, -- True between the password and the second step: nothing opens but the page that asks for it
  proved_at timestamp with time zone not null, -- When its holder last showed who they are
  nonce bytea not null default decode(replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text), 'hex'::text), -- What a passkey signs and new secrets are made from, here only: another after each use, so that nothing is taken twice
  came_from text, -- The network address it began at, for its holder to recognise
  PRIMARY KEY (authority_id, token_hash),
  CHECK ((proof = ANY (ARRAY['password'::text, 'code'::text, 'recovery-code'::text, 'passkey'::text, 'directory'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, post_id)
);
CREATE INDEX session_person ON public.session USING btree (authority_id, person_id);
alter table session enable row level security;
alter table session force row level security;
create policy own_authority on session for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant delete, insert, select, update on session to golden_thread_service;

-- A sign-in that has begun elsewhere: what must come back with it. Taken away when it does, or after ten minutes
create table sign_in_try (
  authority_id integer not null,
  token_hash bytea not null,
  facts jsonb not null,
  began_at timestamp with time zone not null,
  PRIMARY KEY (authority_id, token_hash),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id)
);
CREATE INDEX sign_in_try_began ON public.sign_in_try USING btree (authority_id, began_at);
alter table sign_in_try enable row level security;
alter table sign_in_try force row level security;
create policy own_authority on sign_in_try for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant delete, insert, select on sign_in_try to golden_thread_service;

-- One load of records of children, with the day as at which they stood; once kept, nothing of it changes
create table snapshot (
  authority_id integer not null,
  snapshot_id integer not null generated always as identity,
  as_at date not null, -- How things stood at the end of this day. Snapshots are kept in the order of their days, so a higher snapshot_id that is kept is never of an earlier day
  route text not null,
  state text not null default 'reading'::text, -- reading (a job reads the files), refused (they cannot be used), staged (to be looked at), keeping (a job keeps it), kept, or set-aside
  files jsonb not null, -- Each file as {name, bytes, sha256}
  content_hash bytea not null, -- SHA-256 over the day, the files and the mappings they were read with: the same again is no new load
  row_counts jsonb not null default '{}'::jsonb, -- How many rows each table of the records has, by its kind; a table that no file brought is not named
  value_map jsonb not null default '{}'::jsonb, -- Which words meant which codes when it was read, by list or column
  notices jsonb not null default '{}'::jsonb, -- What reading said beside its problems: rows read and refused by table of the files, values that nobody has mapped, tables and columns that were missing or extra, what was read in a way that people should know of
  staged_at timestamp with time zone not null default now(),
  staged_by integer, -- Null for a load from the command line of the service
  read_at timestamp with time zone,
  kept_at timestamp with time zone,
  kept_by integer,
  set_aside_at timestamp with time zone,
  set_aside_by integer,
  reaches jsonb not null default '{}'::jsonb, -- How far back the tables go that do not hold everything: the first day by table; a table that is not named holds all there is
  PRIMARY KEY (authority_id, snapshot_id),
  CHECK (((state = 'kept'::text) = (kept_at IS NOT NULL))),
  CHECK ((route = ANY (ARRAY['ssd'::text, 'annex-a'::text, 'ssda903'::text, 'cin'::text]))),
  CHECK ((state = ANY (ARRAY['reading'::text, 'refused'::text, 'staged'::text, 'keeping'::text, 'kept'::text, 'set-aside'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, kept_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, set_aside_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, staged_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX snapshot_kept ON public.snapshot USING btree (authority_id, snapshot_id DESC) WHERE (state = 'kept'::text);
CREATE UNIQUE INDEX snapshot_kept_content ON public.snapshot USING btree (authority_id, content_hash) WHERE (state = 'kept'::text);
alter table snapshot enable row level security;
alter table snapshot force row level security;
create policy own_authority on snapshot for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on snapshot to golden_thread_service;

-- A document that judges or obliges
create table source (
  authority_id integer not null,
  source_id integer not null generated always as identity,
  title text not null,
  short_name text not null, -- What a citation calls it: DfE Notice, Ofsted, SCR DP
  kind text not null,
  publisher text not null default ''::text,
  issued_on date,
  known_as text[] not null default '{}'::text[], -- Other names that citations give it
  document_id integer,
  added_at timestamp with time zone not null default now(),
  added_on date not null,
  added_by integer not null,
  PRIMARY KEY (authority_id, source_id),
  CHECK ((kind = ANY (ARRAY['inspection-report'::text, 'improvement-notice'::text, 'serious-case-review'::text, 'peer-review'::text, 'monitoring-visit'::text, 'quality-assurance-audit'::text, 'other'::text]))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, added_by) REFERENCES person(authority_id, person_id),
  FOREIGN KEY (authority_id, document_id) REFERENCES document(authority_id, document_id),
  UNIQUE (authority_id, short_name)
);
alter table source enable row level security;
alter table source force row level security;
create policy own_authority on source for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on source to golden_thread_service;

-- The records of a load that is not kept yet, to be looked at; gone when it is kept, set aside or read again
create table staged_record (
  authority_id integer not null,
  snapshot_id integer not null,
  row_no integer not null, -- Its place in the load: by table, then as the file has it
  kind text not null,
  row_key text not null,
  person_ref text,
  "row" jsonb not null,
  PRIMARY KEY (authority_id, snapshot_id, kind, row_key),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, snapshot_id) REFERENCES snapshot(authority_id, snapshot_id)
);
alter table staged_record enable row level security;
alter table staged_record force row level security;
create policy children_in_scope on staged_record as restrictive for all to golden_thread_service using (( SELECT ((current_work() IS NOT NULL) OR (EXISTS ( SELECT 1
           FROM own_reach
          WHERE (own_reach.scope = 'authority'::text))))));
create policy own_authority on staged_record for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant delete, insert, select on staged_record to golden_thread_service;

-- A team of the council that works with children, in a service
create table team (
  authority_id integer not null,
  team_id integer not null generated always as identity,
  name text not null,
  team_ref text, -- Its number in the case management system, by which allocations name it; null where it has none
  service text not null default ''::text, -- The service it belongs to, by name: who answers for the service sees the children of its teams
  manager_post_id integer,
  PRIMARY KEY (authority_id, team_id),
  CHECK ((name <> ''::text)),
  CHECK ((team_ref <> ''::text)),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, manager_post_id) REFERENCES post(authority_id, post_id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (authority_id, name)
);
CREATE UNIQUE INDEX team_ref_once ON public.team USING btree (authority_id, team_ref);
CREATE CONSTRAINT TRIGGER reach_changed AFTER INSERT OR UPDATE ON team DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reach_changed();
alter table team enable row level security;
alter table team force row level security;
create policy own_authority on team for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select, update on team to golden_thread_service;

-- A theme (work stream, key area) through all versions
create table theme (
  authority_id integer not null,
  theme_id integer not null generated always as identity,
  plan_id integer not null,
  PRIMARY KEY (authority_id, theme_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, plan_id)
);
alter table theme enable row level security;
alter table theme force row level security;
create policy own_authority on theme for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on theme to golden_thread_service;

-- A theme as a version words it; aim is what we want to achieve, for the plan on a page
create table theme_wording (
  authority_id integer not null,
  theme_wording_id integer not null generated always as identity,
  theme_id integer not null,
  plan_version_id integer not null,
  ref text not null,
  title text not null,
  aim text not null default ''::text,
  "position" integer not null,
  PRIMARY KEY (authority_id, theme_wording_id),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, plan_version_id) REFERENCES plan_version(authority_id, plan_version_id),
  FOREIGN KEY (authority_id, theme_id) REFERENCES theme(authority_id, theme_id),
  UNIQUE (authority_id, plan_version_id, theme_id)
);
alter table theme_wording enable row level security;
alter table theme_wording force row level security;
create policy own_authority on theme_wording for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on theme_wording to golden_thread_service;

-- What words of the authority's own mean, by a list of the standard or one column; the last one for the words holds
create table value_mapping (
  authority_id integer not null,
  value_mapping_id integer not null generated always as identity,
  list_name text not null,
  words text not null,
  code text, -- The code of the list; null where the words mean that nothing is known
  is_put_back boolean not null default false, -- True where the words are unmapped again from here on
  mapped_at timestamp with time zone not null default now(),
  mapped_by integer not null,
  PRIMARY KEY (authority_id, value_mapping_id),
  CHECK (((NOT is_put_back) OR (code IS NULL))),
  FOREIGN KEY (authority_id) REFERENCES authority(authority_id),
  FOREIGN KEY (authority_id, mapped_by) REFERENCES person(authority_id, person_id)
);
CREATE INDEX value_mapping_words ON public.value_mapping USING btree (authority_id, list_name, words, value_mapping_id DESC);
alter table value_mapping enable row level security;
alter table value_mapping force row level security;
create policy own_authority on value_mapping for all to public using ((authority_id = current_authority())) with check ((authority_id = current_authority()));
grant insert, select on value_mapping to golden_thread_service;

-- The children in reach of whoever asks by service, team or allocation; once for each allocation that reaches them
create view child_in_scope as
 SELECT child_id
   FROM child_allocation a
  WHERE ((authority_id = current_authority()) AND (((team_ref = ANY (( SELECT array_agg(r.team_ref) AS array_agg
           FROM own_reach r
          WHERE (r.team_ref IS NOT NULL))::text[])) AND ((until_on IS NULL) OR (until_on >= (london_today() - 365)))) OR ((worker_ref = ANY (( SELECT array_agg(r.worker_ref) AS array_agg
           FROM own_reach r
          WHERE (r.worker_ref IS NOT NULL))::text[])) AND ((until_on IS NULL) OR (until_on >= london_today())))));
grant select on child_in_scope to golden_thread_service;

-- What whoever asks reaches today by the posts they act in
create view own_reach as
 SELECT scope,
    team_ref,
    worker_ref
   FROM reach r
  WHERE ((authority_id = current_authority()) AND (person_id = current_person()) AND (post_id = COALESCE(acting_post(), post_id)) AND (begins_at <= now()) AND (ends_at > now()));
grant select on own_reach to golden_thread_service;

-- The post they act in, set by SET LOCAL golden_thread.post: then only what it reaches is seen. Null where none is set, and then all they hold counts
-- execute: public
CREATE OR REPLACE FUNCTION public.acting_post()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('golden_thread.post', true), '')::integer $function$;

-- Adds an authority and makes it the one of this transaction, so that what belongs to it can follow
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.add_authority(name text, short_name text, service_name text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare id integer := nextval(pg_get_serial_sequence('public.authority', 'authority_id'));
begin
  perform set_config('golden_thread.authority', id::text, true);
  insert into authority (authority_id, name, short_name, service_name) overriding system value values (id, add_authority.name, add_authority.short_name, add_authority.service_name);
  return id;
end $function$;

-- What whoever asks may open today, by the posts they act in; nothing for someone without a post
-- execute: public
CREATE OR REPLACE FUNCTION public.audiences_of_asker()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
AS $function$
  select unnest(case when s.sees_children and s.scope = 'authority' then '{all,figures,children}'::text[]
                     when s.sees_figures then '{all,figures}' else '{all}' end)
  from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
  where h.authority_id = current_authority() and h.person_id = current_person() and h.post_id = coalesce(acting_post(), h.post_id)
    and h.from_on <= london_today() and (h.to_on is null or h.to_on >= london_today()) $function$;

-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.authorities_of_email(given text)
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select p.authority_id from person p join account a using (authority_id, person_id) where lower(p.email) = lower(given) $function$;

-- The authorities for which jobs of these kinds wait, or were left running without a heartbeat for so long; nothing else is told of them
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.authorities_with_jobs(kinds text[], silent interval)
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select distinct j.authority_id from job j where j.kind = any(kinds) and (j.state = 'queued' or j.state = 'running' and j.heartbeat_at < now() - silent) $function$;

-- Deletes what is older than a day of a kind that needs no review, and answers how many rows went; none while a hold keeps everything
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.clear_by_rule(kind text, before date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held integer := current_authority();
  gone integer := 0;
  went integer;
  undecided integer[];
  kept integer[] := array(select staff_id from legal_hold h where h.authority_id = held and h.lifted_on is null and staff_id is not null);
begin
  if held is null or before > london_today() - 30 then
    raise exception 'nothing of the last thirty days is cleared' using errcode = 'check_violation', constraint = 'old_enough';
  end if;
  if holds_everything() then
    return 0;
  end if;
  case kind
    when 'signing-in' then
      delete from session where authority_id = held and seen_at < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from sign_in_try where authority_id = held and began_at < before;
      get diagnostics went = row_count; gone := gone + went;
      delete from invitation where authority_id = held and coalesce(used_at, withdrawn_at, ends_at) < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from recovery_code where authority_id = held and coalesce(used_at, withdrawn_at) < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from authenticator where authority_id = held and removed_at < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from passkey where authority_id = held and removed_at < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
      delete from directory_link where authority_id = held and ended_at < before and person_id <> all(kept);
      get diagnostics went = row_count; gone := gone + went;
    when 'work' then
      delete from job where authority_id = held and state in ('done', 'failed') and finished_at < before;
      get diagnostics gone = row_count;
    when 'problems' then
      delete from load_problem p using snapshot s
      where p.authority_id = held and s.authority_id = held and s.snapshot_id = p.snapshot_id and coalesce(s.kept_at, s.set_aside_at) < before;
      get diagnostics gone = row_count;
    when 'requests' then
      delete from access_request r where r.authority_id = held and r.answered_on < before
        and (r.person_id is null or r.person_id <> all(kept))
        and not exists (select 1 from person n where n.authority_id = held and n.person_id = any(kept) and n.worker_ref = r.worker_ref)
        and not exists (select 1 from legal_hold h where h.authority_id = held and h.lifted_on is null and h.child_id = r.child_id);
      get diagnostics gone = row_count;
    when 'undecided' then
      select array_agg(s.snapshot_id) into undecided from snapshot s
      where s.authority_id = held and s.state in ('reading', 'refused', 'staged') and s.staged_at < before
        and not exists (
          select 1 from legal_hold h join child c using (authority_id, child_id)
          join staged_record r on r.authority_id = held and r.snapshot_id = s.snapshot_id and r.person_ref = c.person_ref
          where h.authority_id = held and h.lifted_on is null);
      delete from load_file where authority_id = held and snapshot_id = any(undecided);
      get diagnostics went = row_count; gone := gone + went;
      delete from staged_record where authority_id = held and snapshot_id = any(undecided);
      get diagnostics went = row_count; gone := gone + went;
      update snapshot set state = 'set-aside', set_aside_at = now() where authority_id = held and snapshot_id = any(undecided);
      get diagnostics went = row_count; gone := gone + went;
    when 'drafts' then
      delete from plan_draft where authority_id = held and kept_at is null and made_at < before;
      get diagnostics went = row_count; gone := gone + went;
      for went in select document_id from document where authority_id = held and added_at < before loop
        begin
          delete from document where authority_id = held and document_id = went;
          gone := gone + 1;
        exception when foreign_key_violation then
          null; -- a plan, a source or a piece of evidence stands on it
        end;
      end loop;
    else
      raise exception 'no kind that goes by its rule: %', kind using errcode = 'check_violation', constraint = 'goes_by_rule';
  end case;
  return gone;
end $function$;

-- The authority of this transaction, set by SET LOCAL golden_thread.authority; null where none is set, and then no row is seen
-- execute: public
CREATE OR REPLACE FUNCTION public.current_authority()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('golden_thread.authority', true), '')::integer $function$;

-- Who this transaction is for, set by SET LOCAL golden_thread.person; null before anyone has signed in
-- execute: public
CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('golden_thread.person', true), '')::integer $function$;

-- What the service does by itself here, set by SET LOCAL golden_thread.work (load-children); null where it answers a person
-- execute: public
CREATE OR REPLACE FUNCTION public.current_work()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('golden_thread.work', true), '') $function$;

-- Deletes all that is known of these children, for a data protection officer and where no legal hold keeps it; answers how many rows went
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.dispose_of_children(these integer[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held integer := may_dispose();
  gone integer := 0;
  went integer;
begin
  if exists (select 1 from legal_hold h where h.authority_id = held and h.lifted_on is null and h.child_id = any(these)) then
    raise exception 'a legal hold keeps these records' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  delete from measure_case where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from meeting_exception where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from case_reason where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from child_allocation where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from child_record where authority_id = held and child_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  update child set person_ref = 'disposed-' || child_id, disposed_on = london_today() where authority_id = held and child_id = any(these);
  return gone;
end $function$;

-- Takes away the content and the names of files that only those who see every child may open; that there was one stays with the evidence
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.dispose_of_files(these integer[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held integer := may_dispose();
  gone integer;
begin
  if exists (select 1 from attachment a where a.authority_id = held and a.attachment_id = any(these) and a.audience <> 'children') then
    raise exception 'files that tell of no child go with the plan' using errcode = 'check_violation', constraint = 'tells_of_children';
  end if;
  insert into attachment_removal (authority_id, attachment_id, reason, removed_on, removed_by)
  select held, a.attachment_id, 'Disposed of after a review', london_today(), current_person()
  from attachment a left join attachment_removal r using (authority_id, attachment_id)
  where a.authority_id = held and a.attachment_id = any(these) and r.attachment_id is null;
  update attachment_content set name = 'disposed of' where authority_id = held and attachment_id = any(these);
  get diagnostics gone = row_count;
  return gone;
end $function$;

-- Deletes these performance meetings with the lines of children in them; the reasons given there stay with the child. For a data protection officer, where no legal hold keeps a child who stands in one
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.dispose_of_meetings(these integer[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held integer := may_dispose();
  gone integer := 0;
  went integer;
begin
  if exists (select 1 from performance_meeting m where m.authority_id = held and m.performance_meeting_id = any(these) and m.held_on > london_today() - 365) then
    raise exception 'minutes of the last year are not disposed of' using errcode = 'check_violation', constraint = 'old_enough';
  end if;
  if exists (
    select 1 from legal_hold h join meeting_exception x using (authority_id, child_id)
    where h.authority_id = held and h.lifted_on is null and x.performance_meeting_id = any(these)) then
    raise exception 'a legal hold keeps these records' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  delete from meeting_exception where authority_id = held and performance_meeting_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  update case_reason set performance_meeting_id = null where authority_id = held and performance_meeting_id = any(these);
  delete from performance_meeting where authority_id = held and performance_meeting_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  return gone;
end $function$;

-- Takes away the e-mail address, every means of signing in and the saved views of people who hold no post any more; their names stay. For a data protection officer, where no legal hold keeps them
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.dispose_of_staff(these integer[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held integer := may_dispose();
  gone integer := 0;
  went integer;
begin
  if exists (select 1 from legal_hold h where h.authority_id = held and h.lifted_on is null and h.staff_id = any(these)) then
    raise exception 'a legal hold keeps these records' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  if exists (select 1 from post_holding h where h.authority_id = held and h.person_id = any(these) and (h.to_on is null or h.to_on >= london_today())) then
    raise exception 'someone who holds a post has not left' using errcode = 'check_violation', constraint = 'has_left';
  end if;
  delete from session where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from account where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from authenticator where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from passkey where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from recovery_code where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from invitation where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from directory_link where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  delete from saved_view where authority_id = held and person_id = any(these);
  get diagnostics went = row_count; gone := gone + went;
  update person set email = 'left-' || person_id || '@invalid', worker_ref = null, forgotten_on = london_today() where authority_id = held and person_id = any(these);
  get diagnostics went = row_count;
  return gone + went;
end $function$;

-- The first moment after a last day; never where there is none
-- execute: public
CREATE OR REPLACE FUNCTION public.end_of(last_day date)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(start_of(last_day + 1), 'infinity') $function$;

-- An event as one text, the same wherever it is written: what its hash is over
-- execute: public
CREATE OR REPLACE FUNCTION public.event_text(e event)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select jsonb_build_array(e.authority_id, e.event_id, to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
                           to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.person_id, e.post_id, e.kind, e.about, e.about_id,
                           e.detail, e.why, e.came_from)::text $function$;

-- execute: public
CREATE OR REPLACE FUNCTION public.forget_access_requests()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from access_request where authority_id = new.authority_id and child_id = new.child_id;
  return null;
end $function$;

-- Whether a legal hold on everything is in force
-- execute: public
CREATE OR REPLACE FUNCTION public.holds_everything()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select exists (select 1 from legal_hold where authority_id = current_authority() and lifted_on is null and child_id is null and staff_id is null) $function$;

-- execute: public
CREATE OR REPLACE PROCEDURE public.keep_apart(IN kept regclass, IN rights text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', kept);
  execute format('alter table %s force row level security', kept);
  execute format('create policy own_authority on %s using (authority_id = current_authority()) with check (authority_id = current_authority())', kept);
  execute format('grant select%s on %s to golden_thread_service', case when rights = '' then '' else ', ' || rights end, kept);
end $procedure$;

-- execute: public
CREATE OR REPLACE PROCEDURE public.keep_children_apart(IN kept regclass)
 LANGUAGE plpgsql
AS $procedure$
declare
  may_be_null boolean;
  sees_all text := '(select current_work() is not null or exists (select 1 from own_reach where scope = ''authority''))';
  sees_it text := format(' or exists (select 1 from child_in_scope s where s.child_id = %s.child_id)', kept);
begin
  select not attnotnull into may_be_null from pg_attribute where attrelid = kept and attname = 'child_id' and not attisdropped;
  if may_be_null then
    sees_all := '(select case when current_work() is not null then 2 else coalesce(max(case scope when ''authority'' then 2 else 1 end), 0) end from own_reach)'
                || ' > case when child_id is null then 0 else 1 end';
  end if;
  execute format('drop policy if exists children_in_scope on %s', kept);
  execute format('create policy children_in_scope on %s as restrictive to golden_thread_service using (%s%s)', kept, sees_all,
                 case when may_be_null is null then '' else sees_it end);
end $procedure$;

-- Puts an event at the end of its authority's chain, and seals the day before where it is the first of a day
-- execute: public
CREATE OR REPLACE FUNCTION public.link_event()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  today date := (clock_timestamp() at time zone 'Europe/London')::date;
  tail record_chain;
  linked event;
begin
  if new.hash is not null and pg_has_role(session_user, current_user, 'member') then
    return null; -- put back by the owner, with the link it has
  end if;
  select * into tail from record_chain where authority_id = new.authority_id for update;
  if not found then
    insert into record_chain (authority_id, seq, hash, on_day) values (new.authority_id, 0, '', today) on conflict do nothing;
    select * into strict tail from record_chain where authority_id = new.authority_id for update;
  end if;
  if tail.on_day < today and tail.seq > 0 then
    insert into record_seal (authority_id, sealed_on, seq, hash) values (new.authority_id, tail.on_day, tail.seq, tail.hash);
  end if;
  select * into strict linked from event where authority_id = new.authority_id and event_id = new.event_id;
  linked.recorded_at := clock_timestamp();
  linked.hash := sha256(tail.hash || convert_to(event_text(linked), 'UTF8'));
  update event set recorded_at = linked.recorded_at, seq = tail.seq + 1, prev_hash = tail.hash, hash = linked.hash
  where authority_id = new.authority_id and event_id = new.event_id;
  update record_chain set seq = tail.seq + 1, hash = linked.hash, on_day = greatest(tail.on_day, today) where authority_id = new.authority_id;
  return null;
end $function$;

-- Every authority held here, by name: nothing more is told of one that is not the transaction's own
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.list_authorities()
 RETURNS TABLE(authority_id integer, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select a.authority_id, a.name from authority a order by a.authority_id $function$;

-- The day by which holdings and allocations begin and end
-- execute: public
CREATE OR REPLACE FUNCTION public.london_today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select (now() at time zone 'Europe/London')::date $function$;

-- The authority, for a data protection officer where no hold keeps everything; throws otherwise
-- execute: golden_thread_owner
CREATE OR REPLACE FUNCTION public.may_dispose()
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held integer := current_authority();
begin
  if held is null or not exists (
    select 1 from reach r join post p using (authority_id, post_id)
    where r.authority_id = held and r.person_id = current_person() and r.post_id = coalesce(acting_post(), r.post_id)
      and r.scope = 'authority' and r.begins_at <= now() and r.ends_at > now() and p.role = 'data-protection-officer') then
    raise exception 'only a data protection officer disposes of records' using errcode = 'insufficient_privilege';
  end if;
  if holds_everything() then
    raise exception 'a legal hold keeps these records' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  return held;
end $function$;

-- execute: public
CREATE OR REPLACE FUNCTION public.reach_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  here text := format('%s/%s', new.authority_id, pg_current_xact_id());
begin
  if current_setting('golden_thread.reach_worked_out', true) is distinct from here then
    perform work_out_reach(new.authority_id);
    perform set_config('golden_thread.reach_worked_out', here, true);
  end if;
  return null;
end $function$;

-- execute: public
CREATE OR REPLACE FUNCTION public.refuse_closed_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

-- execute: public
CREATE OR REPLACE FUNCTION public.refuse_without_last_day()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
             where h.authority_id = new.authority_id and h.post_id = new.post_id and s.must_end and h.to_on is null) then
    raise exception 'who holds this post must have a last day' using errcode = 'check_violation', constraint = 'last_day_is_set';
  end if;
  return null;
end $function$;

-- How many rows of each table name a person, as what, by the day they were written down; for whoever asks, so that policies hold
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.rows_that_name(whom integer)
 RETURNS TABLE(named_in text, named_as text, on_day date, rows integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  c record;
  happened text;
begin
  for c in
    select k.conrelid as tab, a.attname as col from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname <> 'authority_id'
    where k.contype = 'f' and k.confrelid = 'person'::regclass order by k.conrelid::regclass::text, a.attname
  loop
    select attname into happened from pg_attribute
    where attrelid = c.tab and atttypid = 'timestamptz'::regtype and attnum > 0 and not attisdropped order by attname <> 'recorded_at', attnum limit 1;
    return query execute format(
      'select %L::text, %L::text, %s, count(*)::integer from %s where %I = $1 group by 3', c.tab::regclass::text, c.col,
      case when happened is null then 'null::date' else format('(%I at time zone ''Europe/London'')::date', happened) end, c.tab::regclass, c.col) using whom;
  end loop;
end $function$;

-- Whether every child of the authority is in reach of whoever asks: named work of the service itself, or a post that reaches the authority
-- execute: public
CREATE OR REPLACE FUNCTION public.sees_all_children()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select current_work() is not null or exists (select 1 from own_reach where scope = 'authority') $function$;

-- Whether a child is in reach of whoever asks
-- execute: public
CREATE OR REPLACE FUNCTION public.sees_child(child integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select sees_all_children() or exists (select 1 from child_in_scope s where s.child_id = sees_child.child) $function$;

-- execute: public
CREATE OR REPLACE FUNCTION public.start_of(day date)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$ select day::timestamp at time zone 'Europe/London' $function$;

-- execute: public
CREATE OR REPLACE FUNCTION public.take_content_away()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if holds_everything() then -- of the migration of retention
    raise exception 'a legal hold keeps everything' using errcode = 'check_violation', constraint = 'no_legal_hold';
  end if;
  update attachment_content set content = null where authority_id = new.authority_id and attachment_id = new.attachment_id;
  return null;
end $function$;

-- Moves the cases of a run of this transaction's authority from the letterbox to where policies hold, and says how many
-- execute: golden_thread_owner, golden_thread_service
CREATE OR REPLACE FUNCTION public.take_landed_cases(run integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  taken integer;
begin
  insert into measure_case (authority_id, measure_run_id, measure, case_ref, child_id, worker_ref, team_ref, start_on, due_on, done_on, state, amount, because)
  select l.authority_id, l.measure_run_id, l.measure, l.case_ref, c.child_id, l.worker_ref, l.team_ref, l.start_on, l.due_on, l.done_on, l.state, l.amount, l.because
  from letterbox_case l left join child c on c.authority_id = l.authority_id and c.person_ref = l.person_ref
  where l.authority_id = current_authority() and l.measure_run_id = run and (l.person_ref is null or c.child_id is not null);
  get diagnostics taken = row_count;
  delete from letterbox_case l where l.authority_id = current_authority() and l.measure_run_id = run;
  return taken;
end $function$;

-- Works out anew what everyone of an authority reaches
-- execute: golden_thread_owner
CREATE OR REPLACE FUNCTION public.work_out_reach(held integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(held, 9);
  delete from reach where authority_id = held;
  insert into reach (authority_id, person_id, post_id, scope, team_ref, worker_ref, begins_at, ends_at)
  select h.authority_id, h.person_id, h.post_id, 'authority', null, null, start_of(h.from_on), end_of(h.to_on)
  from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
  where h.authority_id = held and s.scope = 'authority'
  union all
  select h.authority_id, h.person_id, h.post_id, 'team', t.team_ref, null, start_of(h.from_on), end_of(h.to_on)
  from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
  join team t on t.authority_id = p.authority_id and t.team_ref is not null
    and (s.scope = 'team' and t.team_id = p.team_id or s.scope = 'service' and p.service <> '' and t.service = p.service)
  where h.authority_id = held
  union all
  select h.authority_id, h.person_id, h.post_id, 'own-children', null, n.worker_ref, start_of(greatest(h.from_on, o.from_on)), end_of(least(h.to_on, o.to_on))
  from post_holding h join post p using (authority_id, post_id) join role_scope s using (role)
  join post_holding o on o.authority_id = h.authority_id and o.post_id = h.post_id and o.basis = 'holds'
    and (h.basis = 'holds' and o.post_holding_id = h.post_holding_id
         or h.basis <> 'holds' and (o.to_on is null or o.to_on >= h.from_on) and (h.to_on is null or h.to_on >= o.from_on))
  join person n on n.authority_id = o.authority_id and n.person_id = o.person_id and n.worker_ref is not null
  where h.authority_id = held and s.scope = 'own-children';
end $function$;
