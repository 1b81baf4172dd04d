-- A password that someone else set is good for one sign-in: then its owner chooses their own.

alter table account add column must_change boolean not null default false;
comment on column account.must_change is 'True while the password is a one-time password, which another person knows';
