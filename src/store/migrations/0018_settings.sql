-- What a council changes of the bank holidays that are built in: a day proclaimed since, one that was moved away, a further year; and with which of
-- its entries a run was worked out, so that what was reported can be counted again by the table it was reported with.

create table bank_holiday_entry (
  authority_id integer not null references authority,
  bank_holiday_entry_id integer generated always as identity,
  kind text not null check (kind in ('add', 'take-away', 'year', 'withdraw')),
  days date[] not null default '{}',
  names text[] not null default '{}',
  made_known_on date,
  published text not null default '',
  why text not null check (why <> ''),
  withdraws integer check (withdraws < bank_holiday_entry_id),
  said_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by integer not null,
  post_id integer,
  primary key (authority_id, bank_holiday_entry_id),
  foreign key (authority_id, withdraws) references bank_holiday_entry,
  foreign key (authority_id, recorded_by) references person (authority_id, person_id),
  foreign key (authority_id, post_id) references post,
  check (cardinality(days) = cardinality(names)),
  check ((kind = 'withdraw') = (withdraws is not null)),
  check (case kind when 'withdraw' then cardinality(days) = 0 when 'year' then cardinality(days) > 0 else cardinality(days) = 1 end),
  check (kind = 'withdraw' or made_known_on is not null and published <> '')
);
comment on table bank_holiday_entry is 'What a council said of the bank holidays of England and Wales beyond those built in. Only added to: the table it counts with is those built in and its standing entries';
comment on column bank_holiday_entry.kind is 'A day added, a day taken away, a whole further year, or an earlier entry withdrawn; withdrawing a withdrawal puts back what it withdrew';
comment on column bank_holiday_entry.days is 'The day, or every bank holiday of the further year, in order';
comment on column bank_holiday_entry.names is 'What each of the days is called';
comment on column bank_holiday_entry.made_known_on is 'The day on which it was proclaimed or published';
comment on column bank_holiday_entry.published is 'Where that can be read';
call keep_apart('bank_holiday_entry', 'insert');

alter table measure_run add column holiday_entry integer not null default 0;
comment on column measure_run.holiday_entry is 'The last entry of the council''s own about bank holidays that there was; 0 before the first';
